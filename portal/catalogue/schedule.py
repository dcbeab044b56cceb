"""The calendar of a month: its days, what is due on each, and how far that has come."""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from portal.people.scope import Scope
from portal.site.warehouse import warehouse
from sources.contract import load_catalog
from sources.obligations.year import SHIFTS, Entry, year_entries
from sources.published.errors import NothingPublishedError
from sources.published.obligations import Key, state_of, states_of
from sources.workdays import CalendarEndsError, calendar_years, is_holiday, is_workday


@dataclass(frozen=True)
class Day:
    """A day of the grid. ``is_holiday`` is a legal rest day beside weekends, ``is_extra`` a weekend that is worked."""

    day: date
    in_month: bool
    is_workday: bool
    is_holiday: bool
    is_extra: bool
    due: int


@dataclass(frozen=True)
class Line:
    """Something that is due: the entry, the words of its shift, and its state in the current release (None without one)."""

    entry: Entry
    shift: str
    state: str | None


@dataclass(frozen=True)
class Month:
    """A month. ``weeks`` are rows of seven days from Monday; ``lines`` are by due date; ``unknown`` have no date yet."""

    first: date
    weeks: Sequence[Sequence[Day]]
    lines: Sequence[Line]
    unknown: Sequence[Line]

    @property
    def before(self) -> str:
        """The month before, as an address has it."""
        return f"{self.first - timedelta(days=1):%Y-%m}"

    @property
    def after(self) -> str:
        """The month after."""
        return f"{self.first + timedelta(days=31):%Y-%m}"


@dataclass(frozen=True)
class Wanted:
    """What is asked for: a month by its first day, perhaps one department or form."""

    first: date
    department: str = ""
    form: str = ""

    def fits(self, entry: Entry) -> bool:
        """Return whether an entry is asked for."""
        return (not self.department or entry.department == self.department) and (
            not self.form or entry.form == self.form
        )


def month_of(wanted: Wanted, scope: Scope, today: date) -> Month:
    """Return a month as far as its departments are seen. Raises ``CalendarEndsError`` beyond the work calendar."""
    entries = [one for one in _entries(wanted.first.year) if scope.sees(one.department) and wanted.fits(one)]
    due = [one for one in entries if one.due_date and one.due_date.replace(day=1) == wanted.first]
    unknown = [one for one in entries if not one.due_date and one.nominal_due_date.replace(day=1) == wanted.first]
    states = _states({int(one.period[:4]) for one in due})
    counted = Counter(one.due_date for one in due if one.due_date)
    weeks = calendar.Calendar().monthdatescalendar(wanted.first.year, wanted.first.month)
    return Month(
        wanted.first,
        [[_day(day, wanted.first, counted[day]) for day in week] for week in weeks],
        [_line(one, states, today) for one in sorted(due, key=lambda one: (one.due_date, one.code, one.department))],
        [_line(one, states, today) for one in unknown],
    )


def _entries(year: int) -> list[Entry]:
    """Return what periods of a year and of the year before ask for: much is due after its period has ended."""
    known = calendar_years()
    if year not in known and year - 1 not in known:
        raise CalendarEndsError(f"工作日历没有 {year} 年的安排（现有 {known[0]}–{known[-1]} 年）。")
    return [entry for one in (year - 1, year) if one in known for entry in year_entries(load_catalog(), one)]


def _states(years: set[int]) -> dict[Key, dict[str, Any]] | None:
    try:
        with warehouse() as opened:
            return {key: state for year in years for key, state in states_of(opened.connection, year).items()}
    except NothingPublishedError:
        return None


def _line(entry: Entry, states: Mapping[Key, Mapping[str, Any]] | None, today: date) -> Line:
    state = None
    if states is not None and entry.form is not None:
        key = (entry.form, entry.department, entry.period)
        state = state_of(states, key, entry.opens_date, today)["status"]
    return Line(entry, SHIFTS[entry.shift], state)


def _day(day: date, first: date, due: int) -> Day:
    try:
        works, rests = is_workday(day), is_holiday(day)
    except CalendarEndsError:
        # Days of the next year that fill the last week.
        works, rests = day.weekday() < 5, False
    return Day(day, day.month == first.month, works, rests, works and day.weekday() >= 5, due)
