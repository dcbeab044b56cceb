"""Lights by the three rule sets: their bounds, and that nothing is left without a colour."""

from __future__ import annotations

import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from sources.contract.catalog import CODES
from sources.contract.errors import ContractError
from sources.published.lights import (
    indicator_light,
    progress_light,
    rules_in_use,
    rules_of,
    start_light,
    statistics_light,
    worst,
)

HALF = Decimal("0.5")


@pytest.mark.parametrize(
    ("rule_set", "completion", "light"),
    [
        ("yinchuan", "0.55", "绿"),
        ("yinchuan", "0.4001", "绿"),
        ("yinchuan", "0.40", "黄"),
        ("yinchuan", "0.20", "黄"),
        ("yinchuan", "0.1999", "红"),
        ("sanya", "0.50", "绿"),
        ("sanya", "0.4999", "黄"),
        ("sanya", "0.25", "黄"),
        ("sanya", "0.2499", "红"),
        ("wuhan", "0.40", "绿"),
        ("wuhan", "0.3999", "黄"),
        ("wuhan", "0.30", "黄"),
        ("wuhan", "0.2999", "红"),
    ],
)
def test_progress_at_the_bounds_of_each_set(rule_set: str, completion: str, light: str) -> None:
    assert progress_light(rules_of(rule_set)["progress"], Decimal(completion), HALF) == light


def test_15_points_below_is_yellow_by_points_but_not_yet_by_share_of_one_half() -> None:
    at_35 = Decimal("0.35")
    shown = {name: progress_light(rules_of(name)["progress"], at_35, HALF) for name in ("yinchuan", "sanya", "wuhan")}
    assert shown == {"yinchuan": "黄", "sanya": "黄", "wuhan": "黄"}
    at_41 = Decimal("0.41")
    shown = {name: progress_light(rules_of(name)["progress"], at_41, HALF) for name in ("yinchuan", "sanya", "wuhan")}
    assert shown == {"yinchuan": "绿", "sanya": "黄", "wuhan": "绿"}


def test_every_progress_has_one_colour() -> None:
    for rule_set in ("yinchuan", "sanya", "wuhan"):
        rule = rules_of(rule_set)["progress"]
        assert {progress_light(rule, Decimal(done) / 100, HALF) for done in range(151)} == {"绿", "黄", "红"}


def test_without_a_plan_there_is_no_light() -> None:
    assert progress_light(rules_of("yinchuan")["progress"], None, HALF) is None


@pytest.mark.parametrize(("month", "light"), [(2, "绿"), (3, "黄"), (4, "黄"), (5, "红")])
def test_a_start_that_is_due_turns_yellow_and_in_the_third_month_red(month: int, light: str) -> None:
    assert start_light(rules_of("yinchuan")["start"], date(2026, 3, 20), False, date(2026, month, 28)) == light


def test_what_is_started_is_green() -> None:
    assert start_light(rules_of("yinchuan")["start"], date(2026, 3, 20), True, date(2026, 12, 31)) == "绿"


@pytest.mark.parametrize(
    ("at", "light"),
    [(date(2026, 2, 28), "绿"), (date(2026, 3, 1), "黄"), (date(2026, 4, 30), "黄"), (date(2026, 5, 1), "红")],
)
def test_statistics_may_wait_a_month_and_not_three(at: date, light: str) -> None:
    assert statistics_light(rules_of("yinchuan")["statistics"], date(2026, 2, 1), False, at) == light


def test_two_months_missed_make_a_unit_red() -> None:
    assert [rules_of("sanya")["unit"].light(missed) for missed in (0, 1, 2)] == ["绿", "黄", "红"]


def test_the_worst_light_counts() -> None:
    assert worst(["绿", None, "黄"]) == "黄"
    assert worst([None]) is None


def test_the_zone_chooses_a_set_in_the_file(tmp_path: Path) -> None:
    shutil.copy(CODES / "light_rules.csv", tmp_path)
    path = tmp_path / "light_rules.csv"
    swapped = path.read_text(encoding="utf-8").replace(",true,", ",-,").replace("wuhan,progress,ratio,>=0.8,<0.6,false", "wuhan,progress,ratio,>=0.8,<0.6,true")  # fmt: skip
    path.write_text(swapped, encoding="utf-8")
    assert set(rules_in_use(tmp_path)) == {"progress"}
    assert rules_in_use(tmp_path)["progress"].rule_set == "wuhan"


def test_two_sets_at_once_are_refused(tmp_path: Path) -> None:
    text = (CODES / "light_rules.csv").read_text(encoding="utf-8").replace(",false,", ",true,")
    (tmp_path / "light_rules.csv").write_text(text, encoding="utf-8")
    with pytest.raises(ContractError, match="只启用一套"):
        rules_in_use(tmp_path)


def _indicator(
    value: str, target: str | None, gap: str | None = None, *, direction: str = "正", unit: str = "亿元"
) -> dict[str, object]:
    numbers = {"value": value, "target": target, "schedule_gap": gap, "due_rate": "0.5" if target else None}
    return {name: Decimal(text) if text is not None else None for name, text in numbers.items()} | {
        "direction": direction, "unit": unit
    }  # fmt: skip


@pytest.mark.parametrize(
    ("row", "yinchuan", "wuhan"),
    [
        (_indicator("42", "100", "-0.08"), "绿", "绿"),
        (_indicator("39", "100", "-0.11"), "黄", "黄"),
        (_indicator("10", "100", "-0.40"), "红", "红"),
        (_indicator("110", "100", direction="逆"), "绿", "绿"),
        (_indicator("160", "100", direction="逆"), "红", "黄"),
        (_indicator("0", "100", direction="逆"), "绿", "绿"),
        (_indicator("-0.2", "0", unit="百分点"), "黄", None),
        (_indicator("3", "0"), None, None),
        (_indicator("3", None), None, None),
        (_indicator("3", "5", "0.1", direction="无"), None, None),
    ],
)
def test_an_indicator_is_lit_by_its_gap_to_the_schedule(
    row: dict[str, object], yinchuan: str | None, wuhan: str | None
) -> None:
    lit = {name: indicator_light(rules_of(name)["progress"], row) for name in ("yinchuan", "wuhan")}
    assert lit == {"yinchuan": yinchuan, "wuhan": wuhan}
