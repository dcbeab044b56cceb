"""What a change against the accepted submission does to published figures, told from the published lineage."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from sources.contract import load_catalog
from sources.home import Home
from sources.returned import Effect, compare, effects

FORM = load_catalog().forms["key_projects"]
_INDICATORS = [("Z01", "重点项目数", "个"), ("Z05", "年度累计完成投资", "亿元"), ("Z06", "年度投资完成率", "%")]
_YTD, _PLAN = "investment_ytd_wan", "planned_investment_year_wan"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A release whose figures of 2026-10 rest on submission ``old`` with the projects 一 and 二."""
    made = Home(tmp_path_factory.mktemp("effects"))
    folder = made.releases / "20261101T020000"
    folder.mkdir(parents=True)
    made.current.symlink_to(folder)
    sources: list[tuple[Any, ...]] = []
    for key, ytd in (("一|甲公司", "1000"), ("二|甲公司", "2500")):
        for indicator, field, value in (
            ("Z01", "project_name", "1"),
            ("Z05", _YTD, Decimal(ytd) / 10000),
            ("Z06", _YTD, "0.1"),
            ("Z06", _PLAN, "0.5"),
        ):
            sources.append((indicator, "2026-10", "key_projects", "old", field, key, value))
    with duckdb.connect(str(folder / "warehouse.duckdb")) as connection:
        connection.execute("create table dim_indicators (indicator_id varchar, name varchar, unit varchar)")
        connection.executemany("insert into dim_indicators values (?, ?, ?)", _INDICATORS)
        connection.execute(
            "create table indicator_sources (indicator_id varchar, period varchar, form varchar, submission_id varchar,"
            " field varchar, row_key varchar, value decimal(18, 8))"
        )
        connection.executemany("insert into indicator_sources values (?, ?, ?, ?, ?, ?, ?)", sources)
    return made


def _row(name: str, ytd: int, **values: Any) -> dict[str, Any]:
    return {"project_name": name, "owner_name": "甲公司", _YTD: Decimal(ytd), **values}


OLD = [_row("一", 1000), _row("二", 2500)]


def _moved(home: Home, *after: dict[str, Any], before: str = "old") -> dict[str, Decimal | None]:
    found = effects(home, compare(FORM, OLD, after), (before, OLD), ("new", after))
    return {effect.indicator_id: effect.moved for effect in found}


def test_a_sum_moves_by_the_changed_cells_and_a_ratio_is_only_named(home: Home) -> None:
    assert _moved(home, _row("一", 1300), OLD[1]) == {"Z05": Decimal("0.03"), "Z06": None}


def test_rows_that_come_and_go_count_whole(home: Home) -> None:
    assert _moved(home, OLD[0]) == {"Z01": None, "Z05": Decimal("-0.25"), "Z06": None}
    assert _moved(home, *OLD, _row("三", 600)) == {"Z01": None, "Z05": Decimal("0.06"), "Z06": None}


def test_what_no_figure_uses_moves_nothing(home: Home) -> None:
    assert _moved(home, {**OLD[0], "leader_name": "张某"}, OLD[1]) == {}
    assert _moved(home, _row("一", 9999), OLD[1], before="another") == {}


def test_changes_that_cancel_each_other_leave_the_sum_alone(home: Home) -> None:
    assert _moved(home, _row("一", 1100), _row("二", 2400)) == {"Z06": None}


def test_nothing_is_told_before_the_first_release(tmp_path: Path) -> None:
    after = [_row("一", 1300), OLD[1]]
    assert effects(Home(tmp_path), compare(FORM, OLD, after), ("old", OLD), ("new", after)) == []


def test_an_effect_is_said_with_name_period_and_unit() -> None:
    assert Effect("Z05", "年度累计完成投资", "2026-10", "亿元", Decimal("-0.25")).said == (
        "Z05 年度累计完成投资（2026年10月）：约 -0.25 亿元"
    )
    assert "重新计算" in Effect("Z06", "年度投资完成率", "2026-10", "%", None).said
