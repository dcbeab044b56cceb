"""Locked periods, and corrections of what is published: one asks, another approves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from portal.audit.models import Act
from portal.people.access import open_to
from portal.people.deciding import decide, said
from portal.people.request import Request
from portal.people.roles import Role
from portal.people.scope import Scope
from portal.site.warehouse import home, warehouse
from portal.steward.answering import check_not_own
from portal.steward.models import MoveKind
from portal.steward.moves import keep
from sources.contract import load_catalog
from sources.decisions import (
    CorrectionApproval,
    CorrectionRequest,
    Decision,
    DecisionError,
    PeriodLock,
    PeriodUnlock,
    Standing,
    decided,
    read_decisions,
)
from sources.published.corrections import correction_request
from sources.published.errors import NothingPublishedError

_WAITING = """
    select submission_id, form, department, period, file, received_at
    from fct_submissions
    where awaits_correction and {condition}
    order by received_at
"""
_WORDS = {PeriodLock: "锁定", PeriodUnlock: "解锁", CorrectionRequest: "更正申请", CorrectionApproval: "更正批准"}


@open_to(Role.STEWARD, Role.LEADER, Role.REVIEWER)
@require_GET
def listed(request: Request) -> HttpResponse:
    """List the submissions that wait for a correction, the requests, and what was decided about periods."""
    decisions = list(Standing.of(read_decisions(home())).decisions.values())
    approved = {one.refers_to for one in decisions if isinstance(one, CorrectionApproval)}
    requests = [one for one in decisions if isinstance(one, CorrectionRequest) and request.scope.sees(one.department)]
    asked = {one.submission_id for one in requests}
    seen = [one for one in decisions if isinstance(one, PeriodLock | PeriodUnlock)
            and (one.department is None or request.scope.sees(one.department))]  # fmt: skip
    context = {
        "waiting": [row for row in _waiting(request.scope) if row["submission_id"] not in asked],
        "requests": [one for one in requests if one.decision_id not in approved],
        "locks": [(_WORDS[type(one)], one) for one in sorted(seen, key=lambda one: one.taken_at, reverse=True)],
        "forms": load_catalog().forms.values(),
        "departments": load_catalog().code_lists["departments"].codes.items(),
        "may_rule": request.user.role in (Role.STEWARD, Role.LEADER),
    }
    return render(request, "steward/periods.html", context)


def _waiting(scope: Scope) -> list[dict[str, Any]]:
    condition, values = scope.condition()
    try:
        with warehouse() as opened:
            return opened.rows(_WAITING.format(condition=condition), values)
    except NothingPublishedError:
        return []


@open_to(Role.STEWARD, Role.LEADER)
@require_POST
def lock(request: Request) -> HttpResponse:
    """Lock a period, of one form or department or of all, or open it again."""
    given = {name: request.POST.get(name, "").strip() or None for name in ("period", "form", "department")}
    kind: type[Decision] = PeriodUnlock if request.POST.get("kind") == "unlock" else PeriodLock
    return _decided(
        request, str(given["period"]), lambda who: decided(kind, **{**given, "period": given["period"] or ""}, **who)
    )


@open_to(Role.STEWARD, Role.REVIEWER)
@require_POST
def correct(request: Request) -> HttpResponse:
    """Ask that a submission of a locked period take force."""
    asked, form = request.POST.get("submission_id", ""), request.POST.get("form") or None
    if not any(asked and row["submission_id"] == asked for row in _waiting(request.scope)):
        raise Http404
    return _decided(request, asked, lambda who: correction_request(home(), asked, form, **who))


@open_to(Role.STEWARD, Role.LEADER)
@require_POST
def approve(request: Request, decision_id: str) -> HttpResponse:
    """Agree to a correction; who asked for it or uploaded it does not."""
    found = Standing.of(read_decisions(home())).decisions.get(decision_id)
    if not isinstance(found, CorrectionRequest):
        raise Http404
    check_not_own(request.user, found.submission_id)
    return _decided(request, found.submission_id, lambda who: decided(CorrectionApproval, refers_to=decision_id, **who))


def _decided(request: Request, about: str, made: Callable[[dict[str, Any]], Decision]) -> HttpResponse:
    """Take the decision that is made with who takes it and why; what may not be taken is said on the page."""
    try:
        decision = made(said(request.user, request.POST.get("reason", "")))
        taken = decide(request.user, Act.PERIOD_DECIDED, decision, about=about)
        keep(request.user, MoveKind.PERIOD, decisions=taken, about=about, reason=decision.reason)
    except DecisionError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("已记下，下一个版本起生效。"))
    return redirect("steward:periods")
