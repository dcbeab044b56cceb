"""What was sent before: the list, the receipt of one, its original, a cell of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from portal.audit.chain import append
from portal.audit.models import Act
from portal.clerk.changes import compared
from portal.clerk.inbox import Received, received
from portal.clerk.models import Submission
from portal.clerk.signing import signed
from portal.people.access import open_to
from portal.people.request import Request
from portal.people.roles import Role
from portal.people.scope import Scope
from portal.site.paging import paged
from portal.site.warehouse import home, warehouse
from portal.talks.models import About
from portal.talks.parties import party_of
from portal.talks.reading import spoken
from portal.worker import queue
from portal.worker.models import Job, Kind
from sources.inbox import original as original_of
from sources.published.errors import NothingPublishedError
from sources.published.returns import returns
from sources.returned.submission import place_of
from sources.workdays import next_workday

#: Everybody who works with data; administrators look after people only.
_SEE_SUBMISSIONS = (Role.CLERK, Role.REVIEWER, Role.STEWARD, Role.ANALYST, Role.LEADER)

_MAY_DOWNLOAD = (Role.CLERK, Role.REVIEWER, Role.STEWARD)

#: Work days that a department has for a submission that is returned, when nobody says otherwise.
_DAYS = 3

_JUDGED = """
    select
        submission_id, file, received_at, form, department, period, verdict, data_rows, is_in_force,
        mandatory_count, verify_count, notice_count
    from fct_submissions
    where {condition}
    order by received_at desc, submission_id, form
"""


#: What the list is narrowed by, in the order in which it is asked.
_NARROWED = ("department", "form", "period", "verdict")


@open_to(*_MAY_DOWNLOAD)
@require_GET
def history(request: Request) -> HttpResponse:
    """List the submissions in scope: those that wait for the night, then those of the release that fit the filters."""
    judged = _judged(request.scope)
    known = {row["submission_id"] for row in judged}
    wanted = {name: request.GET.get(name, "") for name in _NARROWED}
    fitting = [row for row in judged if all(not value or row[name] == value for name, value in wanted.items())]
    sent = request.scope.rows(Submission.objects.select_related("person"))[:200]
    waiting = [one for one in sent if one.submission_id not in known]
    context = {
        "waiting": waiting,
        "paged": paged(request, fitting),
        "wanted": wanted,
        "choices": {name: sorted({row[name] for row in judged if row[name]}) for name in _NARROWED},
        "is_narrowed": any(wanted.values()),
    }
    return render(request, "clerk/history.html", context)


def _judged(scope: Scope) -> list[dict[str, Any]]:
    condition, values = scope.condition()
    try:
        with warehouse() as opened:
            return opened.rows(_JUDGED.format(condition=condition), values)
    except NothingPublishedError:
        return []


@open_to(*_SEE_SUBMISSIONS)
@require_GET
def receipt(request: Request, submission_id: str) -> HttpResponse:
    """Show what was received, to be printed and kept."""
    found = received(request.scope, submission_id)
    return render(request, "clerk/receipt.html", receipt_context(request, found))


def receipt_context(request: Request, found: Received) -> dict[str, Any]:
    """Return what the page of a receipt shows; a steward may return what was judged, by default within three work days."""
    due = timezone.now().date()
    for _ in range(_DAYS):
        due = next_workday(due + timedelta(days=1))
    identity = found.receipt.submission_id
    return {
        "found": found,
        "signed": signed(identity),
        "may_talk": party_of(found) is not None,
        "spoken": spoken(request, About.SUBMISSION, [identity]).get(identity),
        "may_download": request.user.role in _MAY_DOWNLOAD,
        "returned": returns(home()).get(identity, []) if _may_read(request, found) else [],
        "may_return": request.user.role == Role.STEWARD and found.state in ("accepted", "rejected"),
        "due_date": due,
    }


def _may_read(request: Request, found: Received) -> bool:
    """Say whether the person may read the cells: those of restricted forms only who may have the file itself."""
    return request.user.role in _MAY_DOWNLOAD or not found.is_restricted


@open_to(*_MAY_DOWNLOAD)
@require_GET
def original(request: Request, submission_id: str) -> HttpResponseBase:
    """Give the workbook back as it was sent; the log keeps who took it."""
    found = received(request.scope, submission_id)
    append(Act.ORIGINAL_DOWNLOADED, request.user, about=found.receipt.file, submission_id=submission_id)
    path = original_of(home(), submission_id)
    return FileResponse(path.open("rb"), as_attachment=True, filename=found.receipt.file)


@open_to(*_MAY_DOWNLOAD)
@require_GET
def changes(request: Request, submission_id: str) -> HttpResponse:
    """Show what a submission changes against the one accepted before it."""
    found = received(request.scope, submission_id)
    return render(request, "clerk/changes.html", {"found": found, "compared": compared(found)})


@open_to(*_SEE_SUBMISSIONS)
@require_GET
def cell(request: Request, submission_id: str) -> HttpResponse:
    """Have the worker draw a cell of the original, and wait for it in place."""
    if not _may_read(request, received(request.scope, submission_id)):
        raise Http404
    asked = {"submission_id": submission_id, "sheet": request.GET.get("sheet", ""), "cell": request.GET.get("cell", "")}
    if place_of(asked["cell"]) is None:
        raise Http404
    if not queue.has_room(request.user):
        return HttpResponse(status=429)
    job = Job.objects.create(kind=Kind.PICTURE, person=request.user, department=request.user.department, payload=asked)
    return render(request, "worker/waiting.html", {"job": job, "worker_is_alive": queue.seems_alive()})
