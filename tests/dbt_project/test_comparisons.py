"""How far two figures may differ, slips of the unit, and outliers: the macros that rules between submissions share."""

from __future__ import annotations

from typing import Any

import duckdb
import pytest

from tests.dbt_project.macros import macros

MACROS = macros()


def sql(expression: str, rows: str = "(values (1)) as one (x)") -> Any:
    ((found,),) = duckdb.sql(f"select {expression} from {rows}").fetchall()
    return found


@pytest.mark.parametrize(
    ("units", "amounts", "tolerated"),
    [
        (["'万元'"], [], 0.02),
        (["'万元'"], ["12.0", "7.0"], 1.5),
        (["'万元'"], ["12.5", "7.0"], 0.015),
        (["'亿元'"], ["12.5"], 150),
        (["'万元'", "'亿元'"], ["12.5"], 150),
        (["'百万元'"], [], 1.5),
        (["cast(null as varchar)"], [], 0.015),
    ],
)
def test_a_sum_may_be_off_by_half_of_the_last_digit_of_each_addend(
    units: list[str], amounts: list[str], tolerated: float
) -> None:
    count = 4 if not amounts and units == ["'万元'"] else 3
    assert float(sql(MACROS.tolerance(units, count, amounts))) == pytest.approx(tolerated)


def test_the_tolerance_is_never_below_a_hundredth() -> None:
    assert float(sql(MACROS.tolerance("'元'", 1))) == 0.01


@pytest.mark.parametrize(
    ("a", "b", "factor"),
    [
        ("120000.0", "12.0", 10000),
        ("12.0", "120500.0", 10000),
        ("-12.0", "-12000.0", 1000),
        ("50", "5.05", 10),
        ("50", "6", None),
        ("500", "5", None),
        ("0", "5", None),
        ("cast(null as double)", "5", None),
        ("-50", "5", None),
    ],
)
def test_a_slip_of_the_unit_is_recognised(a: str, b: str, factor: int | None) -> None:
    assert sql(MACROS.slip_factor(a, b)) == factor


def test_a_slip_is_said_and_no_slip_is_silent() -> None:
    assert sql(MACROS.slip_said("30000", "3")) == "两数相差约10000倍，疑似亿元与万元（或万元与元）填错单位。"
    assert sql(MACROS.slip_said("30", "28")) == ""


def scores(amounts: dict[str, list[float]], looked_at: float) -> dict[str, float | None]:
    rows = ", ".join(f"('{firm}', {amount})" for firm, values in amounts.items() for amount in values)
    baseline = MACROS.log_baseline("paid", ["firm"], "amount")
    query = (
        f"with paid (firm, amount) as (values {rows}), baseline as ({baseline}) "
        f"select firm, {MACROS.modified_z(str(looked_at))} from baseline"
    )
    return dict(duckdb.sql(query).fetchall())


def test_an_amount_far_off_its_own_baseline_is_an_outlier_and_a_usual_one_is_not() -> None:
    steady, jumpy = [100.0, 110, 95, 105, 98, 102, 5000], [10.0, 200, 40, 900, 3, 60]
    far = scores({"steady": steady, "jumpy": jumpy}, 1000.0)
    near = scores({"steady": steady}, 112.0)
    assert (far["steady"] or 0) > 3.5 > (far["jumpy"] or 0)
    assert abs(near["steady"] or 0) < 3.5


def test_a_constant_baseline_still_finds_a_tenfold_amount() -> None:
    assert (scores({"flat": [100.0] * 8}, 1000.0)["flat"] or 0) > 3.5
    assert abs(scores({"flat": [100.0] * 8}, 104.0)["flat"] or 0) < 3.5


def test_nothing_is_said_about_amounts_that_are_not_positive() -> None:
    assert scores({"firm": [100.0, -5, 0, 120]}, 0)["firm"] is None


def test_the_baseline_tells_its_usual_amount_and_its_size() -> None:
    baseline = MACROS.log_baseline(
        "(values ('a', 10.0), ('a', 20.0), ('a', 40.0), ('a', 0.0)) as paid (firm, amount)", ["firm"], "amount"
    )
    assert duckdb.sql(f"select {MACROS.usual()}::varchar, baseline_count from ({baseline})").fetchall() == [
        ("20.00", 3)
    ]
