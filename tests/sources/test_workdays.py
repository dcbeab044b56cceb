"""Work days and due dates of domain.md section 4.5."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from chinese_calendar.constants import holidays

from sources.contract import Due, load_catalog
from sources.obligations.year import year_entries
from sources.periods import chinese, containing, first_day, kind_of, last_day, periods_of, previous
from sources.workdays import (
    CalendarEndsError,
    accept_by_date,
    calendar_end,
    calendar_warning,
    due_date,
    is_holiday,
    is_workday,
    shifted,
    workdays_late,
)

PROJECTS = load_catalog().form("F01")
CALENDAR_2026 = year_entries(load_catalog(), 2026)


@pytest.mark.parametrize(
    ("day", "works"),
    [("2026-01-04", True), ("2026-02-14", True), ("2026-02-28", True), ("2026-02-16", False), ("2026-09-20", True),
     ("2026-10-10", True), ("2026-03-14", False), ("2021-02-07", True)],
)  # fmt: skip
def test_days_that_a_plain_calendar_gets_wrong(day: str, works: bool) -> None:
    assert is_workday(date.fromisoformat(day)) is works


def test_2026_has_248_work_days() -> None:
    assert sum(is_workday(date(2026, 1, 1) + timedelta(days=offset)) for offset in range(365)) == 248


#: Domain.md 4.5, the table of 2026: first half due, second half due, month form due, bulletin; None lies in 2027.
TABLE_2026 = [
    ("01-16", "02-02", "02-05", "02-10"),
    ("02-24", "03-02", "03-05", "03-10"),
    ("03-16", "04-01", "04-07", "04-10"),
    ("04-16", "05-06", "05-06", "05-11"),
    ("05-18", "06-01", "06-05", "06-10"),
    ("06-16", "07-01", "07-06", "07-10"),
    ("07-16", "08-03", "08-05", "08-10"),
    ("08-17", "09-01", "09-07", "09-10"),
    ("09-16", "10-08", "10-08", "10-10"),
    ("10-16", "11-02", "11-05", "11-10"),
    ("11-16", "12-01", "12-07", "12-10"),
    ("12-16", None, None, None),
]


@pytest.mark.parametrize(("month", "days"), list(enumerate(TABLE_2026, start=1)))
def test_the_table_of_2026_holds_exactly(month: int, days: tuple[str | None, ...]) -> None:
    due = {(entry.code, entry.period): entry.due_date for entry in CALENDAR_2026}
    period = f"2026-{month:02d}"
    keys = [("F02", f"{period}-H1"), ("F02", f"{period}-H2"), ("F01", period), ("bulletin", period)]
    assert [due[key] for key in keys] == [day and date.fromisoformat(f"2026-{day}") for day in days]


@pytest.mark.parametrize(
    ("day", "any_rest_day", "holidays_only"),
    [
        ("2026-05-16", "2026-05-18", "2026-05-16"),  # a plain Saturday
        ("2026-02-16", "2026-02-24", "2026-02-24"),  # the Spring Festival
        ("2026-04-05", "2026-04-07", "2026-04-07"),  # a Sunday inside 清明 4.4–6
        ("2026-10-04", "2026-10-08", "2026-10-08"),  # a Sunday inside 国庆 10.1–7
        ("2026-10-10", "2026-10-10", "2026-10-10"),  # a working Saturday
        ("2026-10-11", "2026-10-12", "2026-10-11"),  # the Sunday after it
    ],
)
def test_the_two_rules_of_postponement_differ_on_plain_weekends(
    day: str, any_rest_day: str, holidays_only: str
) -> None:
    start = date.fromisoformat(day)
    assert shifted(start, "next_workday") == date.fromisoformat(any_rest_day)
    assert shifted(start, "next_workday_after_holiday") == date.fromisoformat(holidays_only)
    assert shifted(start, "none") == start


def test_holidays_are_those_that_were_decreed_with_their_weekends() -> None:
    days = [date(2019, 1, 1) + timedelta(days=offset) for offset in range((date(2027, 1, 1) - date(2019, 1, 1)).days)]
    differing = {day for day in days if is_holiday(day) != (day in holidays)}
    # 端午 2024 was Monday 10 June, by decree "与周末连休": the weekend before it is counted in here.
    assert differing == {date(2024, 6, 8), date(2024, 6, 9)}


def test_a_form_may_have_a_date_by_which_it_must_be_accepted() -> None:
    # The Shanghai parks of domain.md 4.5: report by 31 March, acceptance by 25 April (a Saturday in 2026).
    due = Due(day=90, accepted_by_day=115)
    form = PROJECTS.model_copy(update={"period": "year", "due": due})
    assert due_date(form, "2025") == date(2026, 3, 31)
    assert accept_by_date(form, "2025") == date(2026, 4, 27)
    assert accept_by_date(PROJECTS, "2026-03") is None
    with pytest.raises(ValueError, match="不能早于报送期限"):
        Due(day=10, accepted_by_day=9)


def test_people_are_warned_from_sixty_days_before_the_calendar_ends() -> None:
    end = calendar_end()
    assert calendar_warning(end - timedelta(days=61)) is None
    assert f"只到 {end}（还有 60 天）" in str(calendar_warning(end - timedelta(days=60)))
    assert "已过 3 天" in str(calendar_warning(end + timedelta(days=3)))


@pytest.mark.parametrize("year", [2018, 2027])
def test_a_year_without_a_schedule_has_no_calendar(year: int) -> None:
    with pytest.raises(CalendarEndsError, match=f"没有 {year} 年的安排"):
        year_entries(load_catalog(), year)


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


@pytest.mark.parametrize(
    ("kind", "count"), [("year", 1), ("quarter", 4), ("month", 12), ("event", 12), ("half_month", 24)]
)
def test_a_year_has_its_periods_in_order_without_gaps(kind: str, count: int) -> None:
    periods = periods_of(2024, kind)
    assert len(periods) == count
    assert (first_day(periods[0]), last_day(periods[-1])) == (date(2024, 1, 1), date(2024, 12, 31))
    assert [previous(after) for after in periods[1:]] == list(periods[:-1])


@pytest.mark.parametrize("text", ["2026-13", "2026-3", "26-03", "2026-03-H3", "2026-Q5", ""])
def test_what_is_no_period_is_refused(text: str) -> None:
    assert kind_of(text) is None
    with pytest.raises(ValueError, match="不是期间"):
        first_day(text)
