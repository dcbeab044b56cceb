"""The scorecards: all departments of a month, one department, what its charts draw."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from portal.people.access import open_to
from portal.people.accounts import department_names
from portal.people.request import Request
from portal.people.roles import Role
from portal.people.scope import Scope
from portal.scorecards.cards import Card, cards, months, open_points, share, worst_rules
from portal.site.warehouse import Warehouse, home, warehouse
from sources.periods import containing
from sources.published.shelf import current

_MAY = (Role.STEWARD, Role.LEADER, Role.CLERK, Role.REVIEWER)


@open_to(*_MAY)
@require_GET
def listed(request: Request) -> HttpResponse:
    """Show every department of a month, the lowest score first; somebody of one department sees its card instead."""
    if request.scope.department:
        return redirect("scorecards:card", request.scope.department)
    with warehouse() as opened:
        known = months(opened, request.scope)
        month = _month(request, known)
        found = cards(opened, request.scope, month) if month else []
    context = {"cards": found, "months": known, "month": month, "release": current(home())}
    return render(request, "scorecards/list.html", context)


@open_to(*_MAY)
@require_GET
def card(request: Request, department: str) -> HttpResponse:
    """Show how a department reports: its score and what cost points, the trend, the worst rules, what is open."""
    scope = _scope(request, department)
    with warehouse() as opened:
        known = months(opened, scope)
        context: dict[str, Any] = {
            "department": department,
            "months": known,
            "month": _month(request, known),
            "card": _card(opened, scope, _month(request, known)),
            "rules": worst_rules(opened, department),
            "open": open_points(opened, department),
            "release": current(home()),
            "at_desk": request.user.role == Role.STEWARD,
        }
    return render(request, "scorecards/card.html", context)


@open_to(*_MAY)
@require_GET
def drawn(request: Request, department: str) -> HttpResponse:
    """Give a chart of a card what it draws: the scores, or with ``?what=shares`` what came in time and passed at once."""
    scope = _scope(request, department)
    with warehouse() as opened:
        found = _card(opened, scope, _month(request, months(opened, scope)))
    if found is None:
        raise Http404
    shares = request.GET.get("what") == "shares"
    return JsonResponse(
        {
            "title": _("按时率和一次通过率") if shares else _("数据质量分"),
            "unit": "%" if shares else _("分"),
            "periods": [row["period"] for row in found.months],
            "series": _shares(found) if shares else [_series(_("得分"), [row["score"] for row in found.months])],
        }
    )


def _shares(found: Card) -> list[dict[str, Any]]:
    parts = (
        (_("按时"), "forms_on_time", "forms_due"),
        (_("一次通过"), "forms_accepted_at_once", "forms_filed"),
    )
    return [
        _series(name, [None if (of := share(row, part, whole)) is None else of * 100 for row in found.months])
        for name, part, whole in parts
    ]


def _series(name: str, values: list[Any]) -> dict[str, Any]:
    return {"name": name, "values": [None if value is None else round(float(value), 1) for value in values]}


def _scope(request: Request, department: str) -> Scope:
    """Return the scope of one department. Raises ``Http404`` for one that is unknown or not seen."""
    if department not in department_names():
        raise Http404
    request.scope.check(department)
    return Scope(department)


def _month(request: Request, known: list[str]) -> str | None:
    """Return the month asked for, else the last one that is over (of the running one little is due); None without any."""
    asked, running = request.GET.get("period", ""), containing(timezone.now().date(), "month")
    over = next((month for month in known if month < running), None)
    return asked if asked in known else over or next(iter(known), None)


def _card(opened: Warehouse, scope: Scope, month: str | None) -> Card | None:
    return next(iter(cards(opened, scope, month)), None) if month else None
