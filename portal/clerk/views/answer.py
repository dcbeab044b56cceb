"""What the department is asked about, and its answers."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from portal.clerk import answering
from portal.clerk.views.upload import checked
from portal.people.access import open_to
from portal.people.request import Request
from portal.people.roles import Role
from portal.site.paging import paged
from portal.talks.models import About
from portal.talks.reading import spoken
from portal.worker.views import own_job
from sources.decisions import DecisionError, fault_of

_PER_PAGE = 30


@open_to(Role.CLERK, Role.REVIEWER)
@require_GET
def findings(request: Request) -> HttpResponse:
    """List what must be corrected or explained; what lapsed or came back stands first, with why."""
    return _listed(request)


def _listed(request: Request, refused: answering.Refused | None = None) -> HttpResponse:
    rows = answering.asked(request.scope)
    if (level := request.GET.get("level")) in ("mandatory", "verify"):
        rows = [row for row in rows if row["level"] == level]
    if refused is not None:
        rows.sort(key=lambda row: row["finding_id"] != refused.finding_id)
    page = paged(request, rows, _PER_PAGE)
    said = spoken(request, About.FINDING, [row["finding_id"] for row in page.rows])
    for row in page.rows:
        row["spoken"] = said.get(row["finding_id"])
    return render(request, "clerk/findings.html", {"paged": page, "refused": refused})


@open_to(Role.CLERK, Role.REVIEWER)
@require_POST
def explain(request: Request, finding_id: str) -> HttpResponse:
    """Keep the explanation of a finding, or say at its field why it is none."""
    text = request.POST.get("text", "").strip()
    try:
        answering.explain(request.user, request.scope, finding_id, text)
    except DecisionError as error:
        return _listed(request, answering.Refused(finding_id, text, fault_of(text) or str(error)))
    messages.success(request, _("说明已记下，等汇总岗审阅。"))
    return redirect("clerk:findings")


@open_to(Role.CLERK)
@require_POST
def explain_upload(request: Request, job_id: uuid.UUID) -> HttpResponse:
    """Keep the explanation of a finding of a checked workbook, before it is sent."""
    job = own_job(request, job_id)
    finding_id, text = request.POST.get("finding_id", ""), request.POST.get("text", "").strip()
    try:
        answering.explain_upload(request.user, job, finding_id, text)
    except DecisionError as error:
        return checked(request, job, answering.Refused(finding_id, text, fault_of(text) or str(error)))
    messages.success(request, _("说明已记下，随这个数值一起有效；数值改了要重新说明。"))
    return redirect("clerk:check", job.pk)
