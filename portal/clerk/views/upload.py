"""A workbook is dropped, judged, and submitted."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from portal.clerk import uploads
from portal.clerk.answering import Refused, with_explanations
from portal.clerk.forms import UploadForm
from portal.clerk.models import Submission
from portal.people.access import open_to
from portal.people.request import Request
from portal.people.roles import Role
from portal.site.paging import paged
from portal.worker import queue
from portal.worker.models import Job, Kind
from portal.worker.views import own_job
from sources.contract import load_catalog
from sources.inbox import InboxError
from sources.periods import kind_of

_FINDINGS_PER_PAGE = 40


@open_to(Role.CLERK)
@require_http_methods(["GET", "POST"])
def upload(request: Request) -> HttpResponse:
    """Take a workbook and queue it."""
    form = UploadForm(request.POST or None, request.FILES or None, initial=request.GET.dict())
    if request.method == "POST" and not queue.has_room(request.user):
        form.add_error("workbook", _("你上传的文件还有很多在排队，请等它们检查完再传。"))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        job = uploads.take_in(request.user, given["workbook"], given["form"] or None, given["period"] or None)
        return redirect("clerk:check", job.pk)
    recent = Job.objects.filter(person=request.user, kind=Kind.CHECK).order_by("-created_at")[:5]
    return render(request, "clerk/upload.html", {"form": form, "recent": recent})


@open_to(Role.CLERK)
@require_GET
def check(request: Request, job_id: uuid.UUID) -> HttpResponse:
    """Show what was found, or wait for it."""
    job = own_job(request, job_id)
    if not job.is_finished:
        return render(request, "clerk/waiting.html", {"job": job, "worker_is_alive": queue.seems_alive()})
    return checked(request, job)


def checked(request: Request, job: Job, refused: Refused | None = None) -> HttpResponse:
    """Show what was found, with an explanation that was refused at its finding."""
    page = paged(request, uploads.findings_of(job), _FINDINGS_PER_PAGE)
    context = {
        "job": job,
        "paged": page,
        "findings": with_explanations(list(page.rows)),
        "refused": refused,
        "explain_url": reverse("clerk:explain_upload", args=[job.pk]),
        "may_be_submitted": uploads.may_be_submitted(job),
        "sent": Submission.objects.filter(job=job).first(),
    }
    return render(request, "clerk/check.html", context)


@open_to(Role.CLERK)
@require_POST
def nil(request: Request) -> HttpResponse:
    """Send 本期无 for a form and a period of the own department, and show the receipt."""
    form = load_catalog().forms.get(request.POST.get("form", ""))
    period = request.POST.get("period", "")
    if form is None or kind_of(period) is None or request.user.department not in load_catalog().owing(form):
        raise Http404
    try:
        sent = uploads.send_nil(request.user, form, period)
    except InboxError as error:
        messages.error(request, str(error))
        return redirect("clerk:home")
    return redirect("clerk:receipt", sent.submission_id)


@open_to(Role.CLERK)
@require_POST
def submit(request: Request, job_id: uuid.UUID) -> HttpResponse:
    """Put the workbook into the inbox and show the receipt."""
    job = own_job(request, job_id)
    try:
        sent = uploads.send(request.user, job)
    except InboxError as error:
        messages.error(request, str(error))
        return redirect("clerk:check", job.pk)
    return redirect("clerk:receipt", sent.submission_id)
