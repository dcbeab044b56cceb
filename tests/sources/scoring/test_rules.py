"""Every worked example of domain.md 4.1, and what must hold for any numbers."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.scoring import ScoringError, rules, shown

D = Decimal
AMOUNTS = st.decimals(min_value=-1000, max_value=1000, places=4)
POSITIVE = st.decimals(min_value=D("0.0001"), max_value=1000, places=4)
CAPS = st.decimals(min_value=1, max_value=3, places=2)


@pytest.mark.parametrize(
    ("value", "target", "cap", "points"),
    [("80", "80", "1", "40"), ("60", "80", "1", "30"), ("100", "80", "1", "40"), ("100", "80", "1.2", "48"), ("0", "80", "1", "0"), ("-5", "80", "1", "0")],
)  # fmt: skip
def test_lin_gives_full_points_for_the_target_and_its_share_below(
    value: str, target: str, cap: str, points: str
) -> None:
    assert rules.lin(D(40), D(value), D(target), D(cap)) == D(points)


@pytest.mark.parametrize(("value", "points"), [("8", "10"), ("10", "8"), ("0", "10"), ("16", "5")])
def test_lin_of_a_negative_indicator_divides_the_other_way(value: str, points: str) -> None:
    assert rules.lin(D(10), D(value), D(8), negative=True) == D(points)


def test_lin_refuses_to_divide_by_a_target_of_zero() -> None:
    with pytest.raises(ScoringError, match="目标值为 0"):
        rules.lin(D(10), D(3), D(0))


@pytest.mark.parametrize(("difference", "points"), [("0", "8"), ("2", "9"), ("-4", "6"), ("100", "15"), ("-100", "0")])
def test_base80_moves_half_a_point_per_percentage_point(difference: str, points: str) -> None:
    assert rules.base80(D(10), D(difference), D("1.5")) == D(points)


@pytest.mark.parametrize(("growth", "points"), [("0", "8"), ("4.99", "8"), ("5", "9"), ("12", "10"), ("100", "15"), ("-0.01", "7"), ("-60", "0")])  # fmt: skip
def test_flat80_adds_a_point_for_every_full_five_per_cent(growth: str, points: str) -> None:
    assert rules.flat80(D(10), D(growth)) == D(points)


@pytest.mark.parametrize(("value", "target", "points"), [("5", "5", "10"), ("7", "5", "16"), ("4", "5", "7"), ("0", "5", "0"), ("3", None, "0")])  # fmt: skip
def test_count_moves_three_points_per_task_and_gives_nothing_without_a_target(
    value: str, target: str | None, points: str
) -> None:
    assert rules.count(D(10), D(value), target and D(target)) == D(points)


def test_count_gives_ten_more_to_those_who_met_the_target_where_the_zone_says_so() -> None:
    assert [rules.count(D(10), D(value), D(5), bonus=D(10)) for value in (4, 5, 6)] == [7, 20, 23]


def test_best_is_the_share_of_the_best_of_the_group() -> None:
    assert [rules.best(D(20), D(value), [D(30), D(60)]) for value in (30, 60)] == [10, 20]
    assert rules.best(D(20), D(0), [D(0), D(0)]) == 0


@pytest.mark.parametrize(("days", "points"), [(21, 10), (20, 10), (19, 9), (15, 9), (14, 8), (10, 8), (9, 7), (3, 1), (2, 0), (0, 0)])  # fmt: skip
def test_band_falls_by_one_a_day_below_the_lowest_band(days: int, points: int) -> None:
    assert rules.band(D(days), [(D(20), D(10)), (D(15), D(9)), (D(10), D(8))]) == points


def test_eff_is_the_published_example() -> None:
    assert shown(rules.eff(D("5.81"), D(12), D(6))) == D("58.73")
    assert [rules.eff(D(x), D(12), D(6)) for x in (6, 12, 20)] == [60, 100, 100]
    assert rules.eff(D(4), D(2), D(6)) == 80  # less is better
    with pytest.raises(ScoringError, match="相等"):
        rules.eff(D(4), D(6), D(6))


@pytest.mark.parametrize(("value", "points"), [("95", "4"), ("90", "4"), ("85", "3.5"), ("80", "3"), ("72", "2.2"), ("60", "1"), ("59.9", "0")])  # fmt: skip
def test_level4_is_linear_between_the_levels(value: str, points: str) -> None:
    assert rules.level4(D(value), [D(90), D(80), D(70), D(60)]) == D(points)


def test_level4_may_fall_and_must_be_in_order() -> None:
    falling = [D(2), D(4), D(6), D(8)]
    assert [rules.level4(D(x), falling) for x in (1, 3, 8, 9)] == [4, Fraction(7, 2), 1, 0]
    for levels in ([D(1), D(1), D(1), D(1)], [D(90), D(80), D(85), D(60)], [D(1), D(2)]):
        with pytest.raises(ScoringError, match="四级标准"):
            rules.level4(D(5), levels)


def test_events_add_and_take_their_points() -> None:
    assert rules.event_plus([(D(20), 1), (D(20), 2)]) == 30  # a project brought in by two is shared
    assert rules.event_plus([(D(20), 3)] * 3) == 20
    assert rules.event_minus(D(10), [D("0.3"), D("1.5")]) == D("8.2")
    assert rules.event_minus(D(10), [D(10), D(10)]) == 0


def test_rank_points_fall_from_the_first_to_the_last() -> None:
    assert [rules.rank_points(D(10), place, 5, D("0.4")) for place in (1, 3, 5)] == [10, 8, 6]
    assert rules.rank_points(D(10), 1, 1, D("0.4")) == 10


def test_mix_weighs_scores_out_of_a_hundred() -> None:
    assert rules.mix([(D(92), D(75)), (D(100), D(15)), (D(88), D(10))]) == D("92.8")


def test_halves_are_rounded_up_and_only_when_shown() -> None:
    assert shown(D("0.125")) == D("0.13")
    third = rules.lin(D(1), D(1), D(3))
    assert third * 3 == 1
    assert shown(third) == D("0.33")


@given(POSITIVE, AMOUNTS, AMOUNTS, POSITIVE, CAPS)
def test_more_is_never_worth_less_and_no_cap_is_passed(
    weight: Decimal, one: Decimal, other: Decimal, target: Decimal, cap: Decimal
) -> None:
    low, high = sorted((one, other))
    worth = [
        (rules.lin(weight, low, target, cap), rules.lin(weight, high, target, cap)),
        (rules.lin(weight, high, target, cap, negative=True), rules.lin(weight, low, target, cap, negative=True)),
        (rules.base80(weight, low, cap), rules.base80(weight, high, cap)),
        (rules.flat80(weight, low, cap), rules.flat80(weight, high, cap)),
        (rules.count(weight, low, target, cap=cap), rules.count(weight, high, target, cap=cap)),
    ]
    for less, more in worth:
        assert 0 <= less <= more <= Fraction(weight) * Fraction(cap)
    assert 0 <= rules.best(weight, low, [high]) <= rules.best(weight, high, [low]) <= weight
    assert 0 <= rules.eff(low, target * 2, target) <= rules.eff(high, target * 2, target) <= 100
    levels = [target * 4, target * 3, target * 2, target]
    assert 0 <= rules.level4(low, levels) <= rules.level4(high, levels) <= 4
