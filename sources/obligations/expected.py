"""Every submission that is expected: form × department × period with its dates (domain.md 4.5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sources.contract import Catalog, Form
from sources.contract.catalog import CODES
from sources.obligations.exceptions import (
    EXEMPTION,
    EXTENSION,
    LATE_ENTRY,
    Exceptions,
    FilingException,
    load_exceptions,
)
from sources.periods import first_day, last_day, periods_of
from sources.workdays import CalendarEndsError, accept_by_date, due_date, nominal_due_date, opening_date


@dataclass(frozen=True)
class Obligation:
    """One submission that a department owes.

    ``regular_due_date`` follows from the form alone, ``due_date`` from an approved extension too; both, and
    ``accept_by_date``, are None where the work calendar does not reach. ``is_owed`` is false for what is sent when it
    happens: such a submission may be late, but nobody misses it.
    """

    form: Form
    department: str
    period: str
    opens_date: date
    nominal_due_date: date
    regular_due_date: date | None
    due_date: date | None
    accept_by_date: date | None
    is_owed: bool
    is_exempt: bool
    is_reopened: bool
    exception_note: str | None
    closed_date: date | None


@dataclass(frozen=True)
class _Dates:
    opens: date
    nominal: date
    due: date | None
    accept_by: date | None


def obligations(catalog: Catalog, year: int, codes: Path = CODES) -> Iterator[Obligation]:
    """Yield what is owed for the periods of a year, by form (in the catalog's order), period and department.

    A department owes nothing for periods outside its own existence (``since``/``until`` of the code list). Raises
    ``ContractError`` for an exception that cannot be read.
    """
    exceptions = load_exceptions(catalog, codes)
    for form in catalog:
        if form.due is None:
            continue
        for period in periods_of(year, form.period):
            dates = _dates(form, period, codes)
            for department in catalog.owing(form):
                if _exists(catalog, department, period):
                    yield _obligation(form, department, period, dates, exceptions)


def due_date_of(catalog: Catalog, form: Form, department: str | None, period: str, codes: Path = CODES) -> date | None:
    """Return until when one department must send a form, approved extensions included; None when it need not.

    Raises ``CalendarEndsError`` beyond the known years and ``ContractError`` for an exception that cannot be read.
    """
    found = load_exceptions(catalog, codes).of(form.id, department, period)
    if any(exception.kind == EXEMPTION for exception in found):
        return None
    return _extended(found) or due_date(form, period, codes)


def _extended(found: Sequence[FilingException]) -> date | None:
    """Return the date of the last extension, which replaces the ones before it."""
    return next((one.new_due_date for one in reversed(found) if one.kind == EXTENSION), None)


def _dates(form: Form, period: str, codes: Path) -> _Dates:
    assert form.due is not None
    try:
        due = due_date(form, period, codes)
    except CalendarEndsError:
        due = None
    try:
        accept_by = accept_by_date(form, period, codes)
    except CalendarEndsError:
        accept_by = None
    return _Dates(opening_date(form, period), nominal_due_date(form.due, period), due, accept_by)


def _exists(catalog: Catalog, department: str, period: str) -> bool:
    """Say whether a department existed in a period: founded before its end, not dissolved before its start."""
    row = next(row for row in catalog.code_lists["departments"].rows if row["department"] == department)
    since, until = row.get("since"), row.get("until")
    return not (since and last_day(period) < first_day(since)) and not (until and first_day(period) > last_day(until))


def _obligation(form: Form, department: str, period: str, dates: _Dates, exceptions: Exceptions) -> Obligation:
    found = exceptions.of(form.id, department, period)
    return Obligation(
        form=form,
        department=department,
        period=period,
        opens_date=dates.opens,
        nominal_due_date=dates.nominal,
        regular_due_date=dates.due,
        due_date=_extended(found) or dates.due,
        accept_by_date=dates.accept_by,
        is_owed=form.period != "event",
        is_exempt=any(exception.kind == EXEMPTION for exception in found),
        is_reopened=any(exception.kind == LATE_ENTRY for exception in found),
        exception_note="；".join(exception.said for exception in found) or None,
        closed_date=exceptions.closed_on(form.id, period),
    )
