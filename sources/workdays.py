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
from sources.contract.form import Due, Form, Shift
from sources.periods import first_day, last_day

#: From how many days before the calendar ends people are asked for the next schedule.
WARNING_DAYS = 60


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


def is_holiday(day: date, codes: Path = CODES) -> bool:
    """Return whether a rest day belongs to a statutory holiday: it, or the unbroken rest around it, is one by decree.

    A weekend by itself is no holiday. Raises ``CalendarEndsError`` as ``is_workday`` does.
    """
    return not is_workday(day, codes) and any(_rest_reaches_a_holiday(day, step, codes) for step in (-1, 1))


def _rest_reaches_a_holiday(day: date, step: int, codes: Path) -> bool:
    """Walk over rest days in one direction; a holiday never reaches into a year whose schedule is not known."""
    years, exceptions = _years(codes), _exceptions(codes)
    while day.year in years and not is_workday(day, codes):
        if exceptions.get(day) is False:
            return True
        day += timedelta(days=step)
    return False


def shifted(day: date, shift: Shift, codes: Path = CODES) -> date:
    """Return where a deadline moves from a rest day (domain.md 4.5).

    ``next_workday``: 节假日顺延, from any rest day; ``next_workday_after_holiday``: 遇法定节假日（双休日除外）顺延, from
    statutory holidays only; ``none``: never. Raises ``CalendarEndsError`` when the calendar does not reach.
    """
    moves = not is_workday(day, codes) and (
        shift == "next_workday" or (shift == "next_workday_after_holiday" and is_holiday(day, codes))
    )
    return next_workday(day, codes) if moves else day


def calendar_end(codes: Path = CODES) -> date:
    """Return the last day that the calendar knows."""
    return date(max(_years(codes)), 12, 31)


def calendar_years(codes: Path = CODES) -> tuple[int, ...]:
    """Return the years whose schedule is known, in order."""
    return tuple(sorted(_years(codes)))


def calendar_warning(today: date, codes: Path = CODES) -> str | None:
    """Return what to tell people from 60 days before the calendar ends; None before that."""
    end = calendar_end(codes)
    left = (end - today).days
    if left > WARNING_DAYS:
        return None
    when = f"还有 {left} 天" if left >= 0 else f"已过 {-left} 天"
    return (
        f"工作日历只到 {end}（{when}），其后的截止日无法推算。"
        f"请把国务院办公厅 {end.year + 1} 年放假安排补入 calendar_exceptions.csv 和 calendar_years.csv。"
    )


def nominal_due_date(due: Due, period: str) -> date:
    """Return the n-th day after a period, or of the period when the form is owed at its start; nothing is moved."""
    return _nth_day(due, period, due.day)


def due_date(form: Form, period: str, codes: Path = CODES) -> date | None:
    """Return when a form of a period must have arrived; None for forms without a due date.

    Rest days move it by the form's own rule. Raises ``CalendarEndsError`` beyond the known years.
    """
    return shifted(nominal_due_date(form.due, period), form.due.shift, codes) if form.due else None


def accept_by_date(form: Form, period: str, codes: Path = CODES) -> date | None:
    """Return until when a form of a period must have been accepted; None where the form does not say.

    Moved like the due date. Raises ``CalendarEndsError`` beyond the known years.
    """
    if form.due is None or form.due.accepted_by_day is None:
        return None
    return shifted(_nth_day(form.due, period, form.due.accepted_by_day), form.due.shift, codes)


def opening_date(form: Form, period: str) -> date:
    """Return the first day on which a form of a period can be sent: after the period, or at its start."""
    if form.due is not None and form.due.counted_from == "start":
        return first_day(period)
    return last_day(period) + timedelta(days=1)


def _nth_day(due: Due, period: str, number: int) -> date:
    before = first_day(period) - timedelta(days=1) if due.counted_from == "start" else last_day(period)
    return before + timedelta(days=number)
