"""Departments × forms × periods: what came in, what is due, what is late."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from portal.people.access import open_to
from portal.people.request import Request
from portal.people.roles import Role
from portal.site.templatetags.showing import FILINGS
from portal.site.warehouse import warehouse
from sources.periods import kind_of

_YEARS = "select distinct substr(period, 1, 4) as year from fct_obligations order by year desc"
_STATES = """
    select form, department, period, status, late_workdays, due_date, submission_id
    from fct_obligations
    where substr(period, 1, 4) = ?
    order by department, form, period
"""
_KINDS = ("month", "half_month", "quarter", "year")


@open_to(Role.STEWARD)
@require_GET
def matrix(request: Request) -> HttpResponse:
    """Show the states of a year, one table per rhythm."""
    with warehouse() as opened:
        years = [row["year"] for row in opened.rows(_YEARS)]
        asked = request.GET.get("year", "")
        today = str(timezone.now().year)
        year = asked if asked in years else today if today in years else next(iter(years), today)
        rows = opened.rows(_STATES, [year])
    tables = [_table(kind, [row for row in rows if kind_of(row["period"]) == kind]) for kind in _KINDS]
    context = {"states": FILINGS, "years": years, "year": year, "tables": [table for table in tables if table["lines"]]}
    return render(request, "steward/matrix.html", context)


def _table(kind: str, rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Return periods and one line per department and form, with a cell (or None) for each period."""
    periods = sorted({row["period"] for row in rows})
    lines: dict[tuple[str, str], dict[str, Any]] = {}
    for row in rows:
        lines.setdefault((row["department"] or "", row["form"]), {})[row["period"]] = row
    return {
        "kind": kind,
        "periods": periods,
        "lines": [(department, form, [found.get(period) for period in periods])
                  for (department, form), found in lines.items()],
    }  # fmt: skip
