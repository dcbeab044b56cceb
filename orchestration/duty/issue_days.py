"""On which day a paper is made: the bulletin on the office's date, the dispatch table when the talks are in.

After a pause only the newest period is made by itself, however many were missed; the others are for the backfill.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from orchestration.reports.kinds import PERIODS
from sources.contract import Catalog
from sources.contract.catalog import CODES
from sources.obligations.year import year_entries
from sources.periods import containing, previous
from sources.workdays import CalendarEndsError, next_workday

#: The form that the dispatch table is about.
_TALKS = "talks"
#: Periods looked back at; longer ago nothing is made by itself.
_LOOK_BACK = 4


def issue_day(kind: str, period: str, catalog: Catalog, codes: Path = CODES) -> date | None:
    """Return when the paper of a period is made; None where the calendar does not reach, or for one made on request.

    ``bulletin``: the date of ``office_dates.csv``. ``dispatch``: the first work day after the last due date of the
    talks (domain.md 4.5), when the night has taken them in.
    """
    try:
        entries = [entry for entry in year_entries(catalog, int(period[:4]), codes) if entry.period == period]
        if kind == "bulletin":
            return next((entry.due_date for entry in entries if entry.form is None and entry.code == kind), None)
        due = [entry.due_date for entry in entries if entry.form == _TALKS and not entry.is_exempt]
        known = [day for day in due if day is not None]
        if kind != "dispatch" or not known or len(known) < len(due):
            return None
        return next_workday(max(known) + timedelta(days=1), codes)
    except CalendarEndsError:
        return None


def newest_due(kind: str, today: date, catalog: Catalog, codes: Path = CODES) -> str | None:
    """Return the newest period whose paper should have been made by a day; None when there is none of late."""
    period = containing(today, PERIODS[kind])
    for _ in range(_LOOK_BACK):
        day = issue_day(kind, period, catalog, codes)
        if day is not None and day <= today:
            return period
        period = previous(period)
    return None
