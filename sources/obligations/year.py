"""The calendar of one year: every expected submission, and the office's own dates (``codes/office_dates.csv``)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast, get_args

from sources.contract import Catalog, ContractError, Due
from sources.contract.catalog import CODES
from sources.contract.form import Shift
from sources.obligations.expected import obligations
from sources.periods import last_day, periods_of
from sources.workdays import CalendarEndsError, calendar_years, nominal_due_date, shifted

#: How the rules of postponement are called (domain.md 4.5).
SHIFTS: dict[str, str] = {
    "next_workday": "节假日顺延",
    "next_workday_after_holiday": "遇法定节假日（双休日除外）顺延",
    "none": "不顺延",
}


@dataclass(frozen=True)
class Entry:
    """One line of the calendar. ``form`` is None for a date of the office itself; ``due_date`` None beyond the table."""

    form: str | None
    code: str
    title: str
    department: str
    period: str
    opens_date: date
    nominal_due_date: date
    due_date: date | None
    shift: Shift
    accept_by_date: date | None = None
    exception_note: str | None = None
    is_exempt: bool = False
    closed_date: date | None = None


def year_entries(catalog: Catalog, year: int, codes: Path = CODES) -> list[Entry]:
    """Return the calendar of the periods of a year, by due date (unknown ones last), form and department.

    Raises ``CalendarEndsError`` for a year without a schedule and ``ContractError`` for a list that cannot be read.
    """
    years = calendar_years(codes)
    if year not in years:
        raise CalendarEndsError(
            f"工作日历没有 {year} 年的安排（现有 {years[0]}–{years[-1]} 年），无法推算截止日。"
            "请把国务院办公厅的放假安排补入 calendar_exceptions.csv 和 calendar_years.csv。"
        )
    entries = [*_submissions(catalog, year, codes), *_office_dates(catalog, year, codes)]
    return sorted(entries, key=lambda one: (one.due_date or one.nominal_due_date, one.code, one.department, one.period))


def _submissions(catalog: Catalog, year: int, codes: Path) -> Iterator[Entry]:
    for owed in obligations(catalog, year, codes):
        if owed.is_owed and owed.form.due is not None:
            yield Entry(
                form=owed.form.id,
                code=owed.form.code,
                title=owed.form.title,
                department=owed.department,
                period=owed.period,
                opens_date=owed.opens_date,
                nominal_due_date=owed.nominal_due_date,
                due_date=owed.due_date,
                shift=owed.form.due.shift,
                accept_by_date=owed.accept_by_date,
                exception_note=owed.exception_note,
                is_exempt=owed.is_exempt,
                closed_date=owed.closed_date,
            )


def _office_dates(catalog: Catalog, year: int, codes: Path) -> Iterator[Entry]:
    for number, row in enumerate(catalog.code_lists["office_dates"].rows, start=2):
        try:
            due = Due(day=int(row["day"]), shift=_shift(row["shift"]))
        except ValueError as error:
            raise ContractError(codes / "office_dates.csv", f"第{number}行", str(error)) from error
        for period in periods_of(year, row["period_kind"]):
            nominal = nominal_due_date(due, period)
            try:
                day = shifted(nominal, due.shift, codes)
            except CalendarEndsError:
                day = None
            yield Entry(None, row["office_date"], row["name"], row["department"], period, last_day(period), nominal, day, due.shift)  # fmt: skip


def _shift(text: str) -> Shift:
    if text not in get_args(Shift):
        raise ValueError(f"顺延“{text}”不认识，可用：{'、'.join(get_args(Shift))}")
    return cast(Shift, text)
