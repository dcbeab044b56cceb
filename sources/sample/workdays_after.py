"""Days counted in work days, for limits of cases and letters."""

from __future__ import annotations

from datetime import date, timedelta

from sources.workdays import is_workday, next_workday


def workday_after(day: date, number: int) -> date:
    """Return the ``number``-th work day after a day; 0 gives the day itself, moved to a work day.

    Raises ``CalendarEndsError`` beyond the years whose schedule is known.
    """
    for _ in range(number):
        day = next_workday(day + timedelta(days=1))
    return day if is_workday(day) else next_workday(day)
