"""The queue of findings, and one cause with both sides of it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from portal.people.access import open_to
from portal.people.request import Request
from portal.people.roles import Role
from portal.site.paging import paged
from portal.site.warehouse import warehouse
from portal.steward.models import WaiverProposal, WaiverState
from portal.steward.moves import stewards
from portal.steward.queue import Filters, choices, findings, groups
from portal.steward.undoing import last_of
from portal.talks.models import About
from portal.talks.reading import spoken
from sources.contract import load_catalog
from sources.rules import load_register

_PER_PAGE = 20
#: Findings whose cells are drawn at once; those further down when somebody asks.
_DRAWN = 3

_SIDES = """
    select distinct submission_id, file, department, form, sheet
    from stg_inbox__submissions
    where list_contains(?, submission_id)
    order by submission_id, sheet
"""


@open_to(Role.STEWARD)
@require_GET
def queue(request: Request) -> HttpResponse:
    """List what waits, by root cause, filtered."""
    rows = findings()
    filters = Filters.of(request.GET, request.user.username)
    fitting = [row for row in rows if filters.fits(row)]
    page = paged(request, groups(fitting), _PER_PAGE)
    shown = [row for one in page.rows for row in one.findings]
    said = spoken(request, About.FINDING, [row["finding_id"] for row in shown])
    for row in shown:
        row["spoken"] = said.get(row["finding_id"])
    context = {
        "paged": page,
        "count": len(fitting),
        "explained_count": sum(row["status"] == "explained" for row in fitting),
        "filters": filters,
        "choices": choices(rows),
        "stewards": [one for one in stewards() if one.pk != request.user.pk],
        "resting_count": sum(row["snoozed"] is not None for row in rows),
        "last": last_of(request.user),
    }
    return render(request, "steward/queue.html", context)


@open_to(Role.STEWARD)
@require_GET
def group(request: Request, group_id: str) -> HttpResponse:
    """Show the findings of one cause; of a contradiction both sides beside each other."""
    rows = findings("findings.group_id = ?", [group_id])
    if not rows:
        raise Http404
    page = paged(request, rows, _PER_PAGE)
    sides = _sides(list(page.rows))
    proposed = WaiverProposal.objects.filter(
        state=WaiverState.WAITING, finding_id__in=[row["finding_id"] for row in page.rows]
    )
    asked = {one.finding_id for one in proposed}
    said = spoken(request, About.FINDING, [row["finding_id"] for row in page.rows])
    for number, row in enumerate(page.rows):
        row["is_drawn"] = number < _DRAWN
        row["this_side"] = next(iter(sides.get(row["submission_id"], [])), None)
        row["other_side"] = _other_side(row, sides)
        row["spoken"] = said.get(row["finding_id"])
        row["is_waiver_proposed"] = row["finding_id"] in asked
    return render(request, "steward/group.html", {"group": groups(rows)[0], "paged": page})


def _sides(rows: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Return submission → its forms with their sheets."""
    wanted = {row[name] for row in rows for name in ("submission_id", "other_submission_id")} - {None}
    found: dict[str, list[dict[str, Any]]] = {}
    with warehouse() as opened:
        for row in opened.rows(_SIDES, [sorted(wanted)]):
            found.setdefault(row["submission_id"], []).append(row)
    return found


def _other_side(row: dict[str, Any], sides: dict[str, list[dict[str, Any]]]) -> dict[str, Any] | None:
    """Return what stands against a finding, with the ``sheets`` that can be meant: mostly one."""
    parts = sides.get(row["other_submission_id"], [])
    if not parts:
        return None
    forms = load_register(load_catalog()).rule(row["rule"], row["form"]).forms[1:] or (row["form"],)
    meant = [part for part in parts if part["form"] in forms] or parts
    named = [row["other_sheet"]] if row.get("other_sheet") else [part["sheet"] for part in meant if part["sheet"]]
    return {**meant[0], "sheets": list(dict.fromkeys(named))}
