"""The board of the lines of work: all of them, one, and on paper."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from portal.leader.board import Board, LineBoard, board, without_figures
from portal.leader.late import late
from portal.people.access import open_to
from portal.people.request import Request
from portal.people.roles import Role
from portal.site.warehouse import home as zone_home
from portal.site.warehouse import warehouse
from sources.published.returns import returns
from sources.published.shelf import current


@open_to(Role.LEADER)
@require_GET
def home(request: Request) -> HttpResponse:
    """Show the lines of work with their lights and first figures, and how much is late."""
    with warehouse() as opened:
        found = board(opened, request.GET.get("period"))
        owing = late(opened, found.month[:4], returns(zone_home()), timezone.now().date()) if found else None
    return render(request, "leader/home.html", {"board": found, "late": owing})


@open_to(Role.LEADER)
@require_GET
def line(request: Request, line: str) -> HttpResponse:
    """Show every indicator of a line of work."""
    found = _board(request)
    shown = _line(found, line)
    with warehouse() as opened:
        unknown = without_figures(opened, shown.line)
    return render(request, "leader/line.html", {"board": found, "shown": shown, "unknown": unknown})


@open_to(Role.LEADER)
@require_GET
def progress(request: Request, line: str) -> HttpResponse:
    """Give the chart of a line what it draws: how much of each target is reached, and how much was due."""
    found = _line(_board(request), line).charted
    drawn: dict[str, Any] = {
        "kind": "bar",
        "unit": "%",
        "periods": [one.row["name"] for one in found],
        "series": [
            {"name": _("完成"), "values": [_percent(one.reached) for one in found]},
            {"name": _("序时"), "values": [_percent(one.due) for one in found]},
        ],
    }
    return JsonResponse(drawn)


@open_to(Role.LEADER)
@require_GET
def paper(request: Request) -> HttpResponse:
    """Show the board as it is printed: a page for each line of work."""
    return render(request, "leader/paper.html", {"board": _board(request), "release": current(zone_home())})


def _board(request: Request) -> Board:
    with warehouse() as opened:
        found = board(opened, request.GET.get("period"))
    if found is None:
        raise Http404
    return found


def _line(found: Board, code: str) -> LineBoard:
    shown = found.line(code)
    if shown is None:
        raise Http404
    return shown


def _percent(rate: Any) -> float | None:
    return None if rate is None else round(float(rate) * 100, 1)
