"""Work days and due dates of domain.md section 4.5."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sources.contract import load_catalog
from sources.periods import chinese, containing, first_day, kind_of, last_day, previous
from sources.workdays import CalendarEndsError, due_date, is_workday, workdays_late

PROJECTS = load_catalog().form("F01")
TALKS = load_catalog().form("F02")


@pytest.mark.parametrize(
    ("day", "works"),
    [("2026-01-04", True), ("2026-02-14", True), ("2026-02-28", True), ("2026-02-16", False), ("2026-09-20", True),
     ("2026-10-10", True), ("2026-03-14", False), ("2021-02-07", True)],
)  # fmt: skip
def test_days_that_a_plain_calendar_gets_wrong(day: str, works: bool) -> None:
    assert is_workday(date.fromisoformat(day)) is works


def test_2026_has_248_work_days() -> None:
    assert sum(is_workday(date(2026, 1, 1) + timedelta(days=offset)) for offset in range(365)) == 248


@pytest.mark.parametrize(
    ("month", "due"),
    [(1, "2026-02-05"), (2, "2026-03-05"), (3, "2026-04-07"), (4, "2026-05-06"), (5, "2026-06-05"), (6, "2026-07-06"),
     (7, "2026-08-05"), (8, "2026-09-07"), (9, "2026-10-08"), (10, "2026-11-05"), (11, "2026-12-07")],
)  # fmt: skip
def test_monthly_forms_are_due_on_the_fifth_or_the_next_work_day(month: int, due: str) -> None:
    assert due_date(PROJECTS, f"2026-{month:02d}") == date.fromisoformat(due)


@pytest.mark.parametrize(
    ("half", "due"),
    [("01-H1", "01-16"), ("01-H2", "02-02"), ("02-H1", "02-24"), ("02-H2", "03-02"), ("03-H1", "03-16"),
     ("03-H2", "04-01"), ("04-H1", "04-16"), ("04-H2", "05-06"), ("05-H1", "05-18"), ("06-H2", "07-01"),
     ("07-H2", "08-03"), ("08-H1", "08-17"), ("09-H2", "10-08"), ("10-H2", "11-02"), ("11-H2", "12-01")],
)  # fmt: skip
def test_half_months_are_due_on_the_16th_and_the_1st_or_the_next_work_day(half: str, due: str) -> None:
    assert due_date(TALKS, f"2026-{half}") == date.fromisoformat(f"2026-{due}")


def test_what_happened_in_a_month_is_due_like_the_forms_of_the_month() -> None:
    assert due_date(load_catalog().form("F02b"), "2026-03") == date(2026, 4, 7)


def test_the_targets_of_a_year_are_due_at_its_start() -> None:
    # 2026-01-31 is a Saturday of rest.
    assert due_date(load_catalog().form("F14a"), "2026") == date(2026, 2, 2)


def test_a_deadline_beyond_the_calendar_is_refused() -> None:
    with pytest.raises(CalendarEndsError, match="2027"):
        due_date(PROJECTS, "2026-12")


def test_lateness_counts_work_days_only() -> None:
    assert workdays_late(date(2026, 4, 3), date(2026, 4, 7)) == 1
    assert workdays_late(date(2026, 4, 3), date(2026, 4, 1)) == 0


@pytest.mark.parametrize(
    ("period", "kind", "first", "last", "before", "said"),
    [
        ("2026-03", "month", "2026-03-01", "2026-03-31", "2026-02", "2026年3月"),
        ("2026-03-H2", "half_month", "2026-03-16", "2026-03-31", "2026-03-H1", "2026年3月下半月"),
        ("2026-Q1", "quarter", "2026-01-01", "2026-03-31", "2025-Q4", "2026年一季度"),
        ("2026", "year", "2026-01-01", "2026-12-31", "2025", "2026年"),
    ],
)
def test_periods(period: str, kind: str, first: str, last: str, before: str, said: str) -> None:
    assert kind_of(period) == kind
    assert (first_day(period).isoformat(), last_day(period).isoformat()) == (first, last)
    assert previous(period) == before
    assert containing(last_day(period), kind) == period
    assert chinese(period) == said


@pytest.mark.parametrize("text", ["2026-13", "2026-3", "26-03", "2026-03-H3", "2026-Q5", ""])
def test_what_is_no_period_is_refused(text: str) -> None:
    assert kind_of(text) is None
    with pytest.raises(ValueError, match="不是期间"):
        first_day(text)
