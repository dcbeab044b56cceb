"""What is late in a year, and why: departments and months as a map, departments and forms with the cause as a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, TypeAlias

from portal.site.warehouse import Warehouse
from sources.decisions import SubmissionReturn
from sources.periods import last_day
from sources.workdays import workdays_late

#: Submission → its returns (``sources.published.returns``).
Returns: TypeAlias = Mapping[str, Sequence[SubmissionReturn]]

#: The cause of what came after its day; the others are states of ``fct_obligations``.
CAME = "late"
_MISSING = ("overdue", "rejected")

#: Late: what is missing, what was returned and is not mended, what came after its day.
_LATE = """
    with latest as (
        select
            form, department, period,
            arg_max(submission_id, received_at) as newest_id,
            arg_max(mandatory_count, received_at) as mandatory_count
        from fct_submissions
        group by all
    )
    select
        owed.form, owed.department, owed.period, owed.status, owed.due_date, owed.late_workdays,
        owed.first_received_at, owed.exception_note, latest.newest_id, latest.mandatory_count
    from fct_obligations as owed
    left join latest using (form, department, period)
    where
        substr(owed.period, 1, 4) = ? and owed.status <> 'exempt'
        and (owed.status in ('overdue', 'rejected') or owed.late_workdays > 0 or list_contains(?, latest.newest_id))
"""
_YEARS = "select distinct substr(period, 1, 4) as year from fct_obligations order by year desc"
_FED = """
    select indicator_id as id, name, forms
    from dim_indicators
    where indicator_id in (select indicator_id from indicator_values)
    order by id
"""


@dataclass(frozen=True)
class LateForm:
    """The periods of a form of a department that are late for one ``cause``: overdue, rejected, or late (it came by now).

    ``feeds`` are the indicators that wait for it.
    """

    form: str
    cause: str
    periods: Sequence[Mapping[str, Any]]
    feeds: Sequence[Mapping[str, Any]]

    @property
    def days(self) -> int:
        """Work days that the longest is late."""
        return max(one["late_workdays"] or 0 for one in self.periods)

    @property
    def notes(self) -> list[str]:
        """What the calendar's exceptions say about them, each once."""
        return list(dict.fromkeys(one["exception_note"] for one in self.periods if one["exception_note"]))


@dataclass(frozen=True)
class Cell:
    """A month of a department: how much of it is not there, and how much came late."""

    missing: int
    late: int


@dataclass(frozen=True)
class LateDepartment:
    """What a department has late; ``months`` are the twelve of the year, None where nothing is late."""

    department: str
    forms: Sequence[LateForm]
    months: Sequence[Cell | None]

    @property
    def missing_count(self) -> int:
        """How many submissions are missing, or returned and not mended."""
        return sum(len(one.periods) for one in self.forms if one.cause != CAME)


@dataclass(frozen=True)
class Late:
    """What is late of the periods of a year, the department with most missing first."""

    year: str
    departments: Sequence[LateDepartment]

    @property
    def missing_count(self) -> int:
        """How many submissions are missing, or returned and not mended."""
        return sum(one.missing_count for one in self.departments)

    @property
    def came_count(self) -> int:
        """How many came, but late."""
        return sum(len(form.periods) for one in self.departments for form in one.forms if form.cause == CAME)


def years(warehouse: Warehouse) -> list[str]:
    """Return the years in which something was owed, newest first."""
    return [row["year"] for row in warehouse.rows(_YEARS)]


def late(warehouse: Warehouse, year: str, returned: Returns, today: date) -> Late:
    """Return what is late of the periods of a year; what was returned as a whole is when its new date has passed."""
    feeds = warehouse.rows(_FED)
    found = [_with_cause(row, returned, today) for row in warehouse.rows(_LATE, [year, sorted(returned)])]
    rows = [row for row in found if row["cause"] != CAME or row["late_workdays"]]
    rows.sort(key=lambda row: (row["department"], row["form"], row["cause"], last_day(row["period"])))
    departments = [
        _department(name, list(own), feeds) for name, own in groupby(rows, key=lambda row: row["department"])
    ]
    return Late(year, sorted(departments, key=lambda one: (-one.missing_count, one.department)))


def _with_cause(row: dict[str, Any], returned: Returns, today: date) -> dict[str, Any]:
    """Add why something is late: its state, or that it was returned since the release and its new date has passed."""
    for one in returned.get(row["newest_id"] or "", ()):
        if one.form == row["form"] and one.due_date < today:
            days = workdays_late(one.due_date, today)
            return {**row, "cause": "rejected", "late_workdays": days, "exception_note": one.reason}
    return {**row, "cause": row["status"] if row["status"] in _MISSING else CAME}


def _department(name: str, rows: Sequence[dict[str, Any]], feeds: Sequence[dict[str, Any]]) -> LateDepartment:
    forms = [
        LateForm(form, cause, list(same), [one for one in feeds if form in one["forms"].split("、")])
        for (form, cause), same in groupby(rows, key=lambda row: (row["form"], row["cause"]))
    ]
    forms.sort(key=lambda one: (one.cause == CAME, -one.days, one.form))
    return LateDepartment(name, forms, [_cell(rows, month) for month in range(1, 13)])


def _cell(rows: Sequence[Mapping[str, Any]], month: int) -> Cell | None:
    """Return what is late of the periods that end in a month."""
    causes = [row["cause"] for row in rows if last_day(row["period"]).month == month]
    return Cell(len(causes) - causes.count(CAME), causes.count(CAME)) if causes else None
