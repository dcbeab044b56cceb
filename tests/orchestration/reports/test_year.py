"""What may be claimed of a year: superlatives are predicates, forecasts are said, masked facts stay masked."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from orchestration.reports.facts import Facts
from orchestration.reports.year import Year, in_front, masked, passed
from sources.home import Home
from sources.published.errors import ReleaseError
from sources.published.read import open_file
from sources.published.shelf import current


@pytest.fixture
def facts(shelf: Home) -> Iterator[Facts]:
    release = current(shelf)
    with open_file(release.warehouse) as connection:
        yield Facts(release, connection)


def test_the_best_ever_is_above_every_earlier_year(facts: Facts) -> None:
    assert Year(facts, "2026").is_best_ever("Z05")


def test_nothing_is_the_best_ever_without_earlier_years(facts: Facts) -> None:
    assert not Year(facts, "2025").is_best_ever("Z05")
    assert not Year(facts, "2026").is_best_ever("Z38")


def test_a_missing_indicator_is_a_dash_and_never_the_best(facts: Facts) -> None:
    assert Year(facts, "2026").figure("Z99") == "—"
    assert not Year(facts, "2026").is_best_ever("Z99")


def test_what_is_not_final_is_expected(facts: Facts) -> None:
    year = Year(facts, "2026")
    assert (year.expected("Z38"), year.expected("Z05")) == ("预计", "")


def test_a_year_without_figures_is_refused(facts: Facts) -> None:
    with pytest.raises(ReleaseError, match="没有 2019 年的指标"):
        _ = Year(facts, "2019").month


@pytest.mark.parametrize(
    ("value", "before", "said"),
    [
        ("85", "46", "，突破80家"),
        ("162", "112", "，突破160家"),
        ("80", "46", "，突破70家"),
        ("85", "81", ""),
        ("85", None, ""),
        (None, "46", ""),
    ],
)
def test_a_round_number_is_passed_only_when_it_was_not_before(value: str | None, before: str | None, said: str) -> None:
    assert passed(value and Decimal(value), before and Decimal(before)) == said  # type: ignore[arg-type]


@pytest.mark.parametrize(("rank", "is_in_front"), [(1, True), (3, True), (4, False), (None, False)])
def test_the_front_of_the_city_ends_at_the_third_place(rank: int | None, is_in_front: bool) -> None:
    assert in_front(rank) is is_in_front


def test_the_amount_of_the_service_centre_stays_masked() -> None:
    assert masked("service_centers", "investment_wan") == "XXX万元"
    assert masked("service_centers", "case_count") is None
