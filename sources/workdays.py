"""Work days of the zone: weekdays corrected by ``codes/calendar_exceptions.csv``, which the zone may edit.

A date in a year that ``codes/calendar_years.csv`` does not list is refused, not guessed: the schedule of a year is
published in the November before it.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from sources.contract.catalog import CODES
from sources.contract.codes import load_code_list
from sources.contract.form import Form
from sources.periods import first_day, last_day


class CalendarEndsError(ValueError):
    """A date lies beyond the years whose holiday schedule is known."""


@lru_cache(maxsize=4)
def _exceptions(folder: Path) -> dict[date, bool]:
    rows = load_code_list(folder / "calendar_exceptions.csv").rows
    return {date.fromisoformat(row["day"]): row["is_workday"] == "true" for row in rows}


@lru_cache(maxsize=4)
def _years(folder: Path) -> frozenset[int]:
    return frozenset(int(row["year"]) for row in load_code_list(folder / "calendar_years.csv").rows)


def is_workday(day: date, codes: Path = CODES) -> bool:
    """Return whether a day is a work day. Raises ``CalendarEndsError`` for a year without a schedule."""
    if day.year not in _years(codes):
        raise CalendarEndsError(
            f"工作日历没有 {day.year} 年的安排，无法推算 {day}。请把放假安排补入 calendar_exceptions.csv 和 calendar_years.csv。"
        )
    return _exceptions(codes).get(day, day.weekday() < 5)


def next_workday(day: date, codes: Path = CODES) -> date:
    """Return the day itself when it is a work day, else the first work day after it."""
    while not is_workday(day, codes):
        day += timedelta(days=1)
    return day


def workdays_late(due: date, arrived: date, codes: Path = CODES) -> int:
    """Return the number of work days after ``due`` up to and including ``arrived``; 0 when in time."""
    days = (due + timedelta(days=offset) for offset in range(1, (arrived - due).days + 1))
    return sum(is_workday(day, codes) for day in days)


def due_date(form: Form, period: str, codes: Path = CODES) -> date | None:
    """Return when a form of a period must have arrived; None for forms without a due date.

    Half-months are due on the day after they end, other forms on day ``due.day`` after the period, or of the period when
    they are owed at its start; a rest day moves to the next work day (domain.md 4.5).
    """
    if form.due is None:
        return None
    after = first_day(period) if form.due.counted_from == "start" else last_day(period) + timedelta(days=1)
    day = after if form.period == "half_month" else after + timedelta(days=form.due.day - 1)
    return next_workday(day, codes) if form.due.shift == "next_workday" else day
