"""The talks of a person, and one of them."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from portal.people.access import open_to
from portal.people.request import Request
from portal.people.roles import Role
from portal.site.paging import paged
from portal.talks import parties
from portal.talks.models import Talk
from portal.talks.parties import Subject
from portal.talks.reading import listed, mark_read, said
from portal.talks.writing import LONGEST, write

_BOTH_SIDES = (Role.CLERK, Role.REVIEWER, Role.STEWARD)


@open_to(*_BOTH_SIDES)
@require_GET
def talks(request: Request) -> HttpResponse:
    """List the talks of the own department (the desk: of all), what is new first."""
    return render(request, "talks/list.html", {"paged": paged(request, listed(request))})


@open_to(*_BOTH_SIDES)
@require_http_methods(["GET", "POST"])
def finding(request: Request, finding_id: str) -> HttpResponse:
    """Show what was said about a finding, and add to it."""
    return _talk(request, parties.finding(request, finding_id))


@open_to(*_BOTH_SIDES)
@require_http_methods(["GET", "POST"])
def submission(request: Request, submission_id: str) -> HttpResponse:
    """Show what was said about a submission, and add to it."""
    return _talk(request, parties.submission(request, submission_id))


def _talk(request: Request, subject: Subject) -> HttpResponse:
    fault, text = None, request.POST.get("text", "")
    if request.method == "POST":
        try:
            write(request.user, subject.about, subject.about_id, subject.department, subject.title, text)
        except ValidationError as error:
            fault = " ".join(error.messages)
        else:
            messages.success(request, _("留言已发出。"))
            return redirect(request.path)
    talk = Talk.objects.filter(about=subject.about, about_id=subject.about_id, department=subject.department).first()
    if talk is not None:
        mark_read(request.user, talk)
    context = {"subject": subject, "said": said(talk) if talk else [], "fault": fault, "text": text, "longest": LONGEST}
    return render(request, "talks/talk.html", context)
