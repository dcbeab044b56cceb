"""BONUS, TOTAL, VETO, RELIEF, RANK and grades of domain.md 4.1."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from sources.scoring.points import exact
from sources.scoring.totals import Item, Relief, bonus, counted, grades, is_vetoed, ranks, target_in_force, total

D = Decimal
ITEMS = st.lists(
    st.builds(
        Item,
        category=st.sampled_from(["表彰", "批示肯定"]),
        matter=st.sampled_from(["甲", "乙"]),
        level=st.sampled_from(["国家", "省", "市", "区"]),
        points=st.decimals(min_value=0, max_value=5, places=1),
        is_highest_only=st.booleans(),
    ),
    max_size=8,
)


def test_the_same_honour_counts_once_at_its_highest_level() -> None:
    items = [
        Item("表彰", "优秀园区", "市", D("0.6"), is_highest_only=True),
        Item("表彰", "优秀园区", "省", D("0.8"), is_highest_only=True),
        Item("表彰", "先进集体", "国家", D(1), is_highest_only=True),
        Item("批示肯定", "优秀园区", "市", D("0.5")),
    ]
    assert [item.points for item in counted(items)] == [D("0.8"), D(1), D("0.5")]
    assert bonus(items, {}) == D("2.3")


def test_each_category_has_its_own_cap() -> None:
    items = [Item("表彰", str(number), "国家", D(1)) for number in range(5)]
    items += [Item("批示肯定", str(number), "市", D("0.2")) for number in range(4)]
    assert bonus(items, {"表彰": D(3)}) == D("3.8")


@given(ITEMS, st.randoms())
def test_the_order_of_items_makes_no_difference_to_the_bonus(items: list[Item], random: object) -> None:
    shuffled = list(items)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    caps = {"表彰": D(3)}
    assert (
        bonus(shuffled, caps)
        == bonus(items, caps)
        <= 3 + sum(exact(item.points) for item in items if item.category != "表彰")
    )


def test_a_total_caps_what_is_added_and_never_falls_under_its_floor() -> None:
    assert total(D(70), D(14), D(2), added_cap=D(10), evaluation=D(18)) == 96
    assert total(D(70), D(4), D(9), deducted_cap=D(5)) == 69
    assert total(D(3), D(0), D(9)) == 0


def test_ties_share_the_better_rank() -> None:
    assert ranks({"a": D(90), "b": D(88), "c": D(88), "d": D(70)}) == {"a": 1, "b": 2, "c": 2, "d": 4}
    # Ranked by what is exact: both are shown as 88.00.
    assert ranks({"a": Fraction(88), "b": Fraction(88) + Fraction(1, 10**9)}) == {"a": 2, "b": 1}


@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=2), st.decimals(0, 100, places=1), min_size=1))
def test_ranks_do_not_depend_on_the_order_and_fit_the_totals(totals: dict[str, Decimal]) -> None:
    found = ranks(totals)
    assert found == ranks(dict(reversed(totals.items())))
    assert min(found.values()) == 1
    assert all((totals[a] > totals[b]) == (found[a] < found[b]) for a in totals for b in totals)


def test_grades_keep_to_their_places() -> None:
    totals = {"a": D(95), "b": D(92), "c": D(90), "d": D(85), "e": D(55)}
    shares = {"excellent_share": D("0.4"), "good_share": D("0.2"), "pass_points": D(60)}
    assert grades(totals, **shares) == {"a": "优秀", "b": "优秀", "c": "良好", "d": "合格", "e": "不合格"}
    assert grades(totals, **shares, vetoed={"a"})["a"] == "合格"
    # Two at the edge of two places after one: both would make three.
    assert grades({**totals, "c": D(92)}, **shares) == {
        "a": "优秀",
        "b": "良好",
        "c": "良好",
        "d": "合格",
        "e": "不合格",
    }


def test_a_veto_is_an_event_that_the_scheme_names() -> None:
    assert is_vetoed(["安全环保"], {"安全环保"})
    assert not is_vetoed(["逾期"], {"安全环保"})


def test_a_lower_target_holds_when_it_was_reported_by_the_end_of_october() -> None:
    in_time = Relief(D(60), date(2025, 10, 31), date(2025, 11, 20))
    earlier = Relief(D(70), date(2025, 6, 1), date(2025, 6, 10))
    late = Relief(D(50), date(2025, 11, 1), date(2025, 11, 5))
    assert target_in_force(D(80), [late], 2025) == (D(80), None)
    assert target_in_force(D(80), [in_time, earlier, late], 2025) == (D(60), in_time)
