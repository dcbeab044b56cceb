"""Returning a whole submission: the reason, a new date, and the marked workbook for the department."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.audit.models import Act
from portal.clerk.inbox import received
from portal.clerk.views.history import receipt_context
from portal.people.access import open_to
from portal.people.deciding import decide, said
from portal.people.duties import OwnWorkError
from portal.people.request import Request
from portal.people.roles import Role
from portal.site.warehouse import home
from portal.steward.answering import check_not_own
from portal.steward.models import MoveKind
from portal.steward.moves import keep
from portal.worker import queue
from portal.worker.models import Job, Kind
from sources.decisions import DecisionError, SubmissionReturn
from sources.published.returns import sending_back


@open_to(Role.STEWARD)
@require_POST
def return_submission(request: Request, submission_id: str) -> HttpResponse:
    """Return every form of a submission; then the marked workbook is waited for."""
    found = received(request.scope, submission_id)
    reason, due = request.POST.get("reason", ""), request.POST.get("due_date", "")
    try:
        check_not_own(request.user, submission_id)
        returns = _returns(request, submission_id, reason, due)
        taken = decide(request.user, Act.SUBMISSION_RETURNED, *returns, about=found.receipt.file)
        keep(request.user, MoveKind.SEND_BACK, decisions=taken, about=found.receipt.file[:200], reason=reason)
    except (DecisionError, OwnWorkError) as error:
        more = {"fault": str(error), "reason": reason}
        return render(request, "clerk/receipt.html", receipt_context(request, found) | more)
    if not queue.has_room(request.user):
        return redirect("clerk:receipt", submission_id)
    asked = {"submission_id": submission_id, "file": found.receipt.file}
    job = Job.objects.create(kind=Kind.MARKED, person=request.user, department=request.user.department, payload=asked)
    return redirect("clerk:marked", job.pk)


def _returns(request: Request, submission_id: str, reason: str, due: str) -> list[SubmissionReturn]:
    """Return a decision per form. Raises ``DecisionError`` for a day that is none, and what ``sending_back`` raises."""
    try:
        day = date.fromisoformat(due)
    except ValueError:
        raise DecisionError(_("请写明新的截止日，形如 2026-03-05。")) from None
    return sending_back(home(), submission_id, day, **said(request.user, reason))
