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
from portal.site.warehouse import home, warehouse
from sources.periods import kind_of
from sources.published.returns import returns

_YEARS = "select distinct substr(period, 1, 4) as year from fct_obligations order by year desc"
_STATES = """
    select form, department, period, status, late_workdays, due_date, submission_id
    from fct_obligations
    where substr(period, 1, 4) = ?
    order by department, form, period
"""
_NEWEST = (
    "select form, department, period, submission_id from fct_submissions where is_latest and substr(period, 1, 4) = ?"
)
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
        rows = _with_returns(opened.rows(_STATES, [year]), opened.rows(_NEWEST, [year]))
    tables = [_table(kind, [row for row in rows if kind_of(row["period"]) == kind]) for kind in _KINDS]
    context = {"states": FILINGS, "years": years, "year": year, "tables": [table for table in tables if table["lines"]]}
    return render(request, "steward/matrix.html", context)


def _with_returns(rows: list[dict[str, Any]], newest: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the states with what was returned as a whole and not sent again, which no release knows."""
    returned = returns(home())
    last = {(row["form"], row["department"], row["period"]): row["submission_id"] for row in newest}
    for row in rows:
        sent = last.get((row["form"], row["department"], row["period"]))
        for one in returned.get(sent or "", ()):
            if one.form == row["form"]:
                row.update(status="rejected", due_date=one.due_date, submission_id=sent)
    return rows


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
