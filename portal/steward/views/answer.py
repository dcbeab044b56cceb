"""What a steward does with findings: one, those chosen, a group, or all of a filter, always looked at before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.people.access import open_to
from portal.people.models import Person
from portal.people.request import Request
from portal.people.roles import Role
from portal.steward import moves
from portal.steward.answering import ACTIONS, Meant, meant, rule
from portal.steward.models import MoveKind
from portal.steward.queue import Filters, findings, of_ids
from sources.decisions import DecisionError

#: So many are decided at once; a larger filter is narrowed.
_MOST = 500
#: What only sorts the desk's own work.
_SORTING = (MoveKind.ASSIGN, MoveKind.SNOOZE, MoveKind.WAKE)


@open_to(Role.STEWARD)
@require_http_methods(["GET", "POST"])
def answer(request: Request) -> HttpResponse:
    """Show which findings an action would meet, then do exactly that."""
    given = request.POST if request.method == "POST" else request.GET
    action = given.get("action", "")
    if action not in ACTIONS and action not in _SORTING:
        raise Http404
    fault = None
    ids = request.POST.getlist("id") if request.method == "POST" else _asked(request, action)
    if request.method == "POST":
        try:
            count = _act(request.user, action, ids[:_MOST], given)
        except DecisionError as error:
            fault = str(error)
        else:
            messages.success(request, _said(action, count))
            return redirect("steward:queue")
    try:
        fitting, left_out = _preview(request.user, action, ids[:_MOST])
    except DecisionError as error:
        messages.error(request, str(error))
        return redirect("steward:queue")
    context = {
        "action": action,
        "title": MoveKind(action).label,
        "fitting": fitting,
        "left_out": left_out,
        "beyond": max(0, len(ids) - _MOST),
        "stewards": moves.stewards() if action == MoveKind.ASSIGN else [],
        "given": given,
        "fault": fault,
    }
    return render(request, "steward/answer.html", context)


def _preview(person: Person, action: str, ids: Sequence[str]) -> tuple[list[Mapping[str, Any]], list[Meant]]:
    """Return the findings that would be met, and those of a ruling that would not. Raises ``DecisionError``."""
    if action in _SORTING:
        return list(of_ids(ids)), []
    found = meant(person, action, ids)
    return [one.row for one in found if one.fault is None], [one for one in found if one.fault is not None]


def _act(person: Person, action: str, ids: Sequence[str], given: QueryDict) -> int:
    """Do it and return how many findings it met. Raises ``DecisionError``."""
    reason = given.get("reason", "").strip()
    if action in ACTIONS:
        return rule(person, action, ids, reason)
    rows = of_ids(ids)
    if not rows:
        raise DecisionError(_("这些问题已不在未决之列，请刷新后再看。"))
    if action == MoveKind.ASSIGN:
        moves.assign(person, rows, given.get("assignee", ""))
    elif action == MoveKind.SNOOZE:
        moves.snooze(person, rows, given.get("until", ""), reason)
    else:
        moves.wake(person, rows)
    return len(rows)


def _said(action: str, count: int) -> str:
    if action in ACTIONS:
        return _("已记录 %(count)s 条决定。") % {"count": count}
    return _("%(what)s：%(count)s 条问题。") % {"what": MoveKind(action).label, "count": count}


def _asked(request: Request, action: str) -> list[str]:
    """Return the findings that an address means: one, those of chosen groups, or those of the filters."""
    if one := request.GET.get("finding"):
        return [one]
    filters, chosen = Filters.of(request.GET, request.user.username), request.GET.getlist("group")
    if chosen:
        rows = findings("list_contains(?, findings.group_id)", [chosen])
    else:
        rows = [row for row in findings() if filters.fits(row)]
    return [row["finding_id"] for row in rows if _may_be_met(action, row)]


def _may_be_met(action: str, row: Mapping[str, Any]) -> bool:
    if action == MoveKind.WAKE:
        return row["snoozed"] is not None
    return action in _SORTING or row["status"] == "explained"
