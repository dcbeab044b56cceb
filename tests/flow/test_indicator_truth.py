"""Released figures against ``indicator_truth.csv``: the same indicators, counted with pandas from the rows that were written."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from sources.published.figures import figures_of
from sources.published.semantic import TRACE
from sources.published.tracing import trace, why_no_cells
from tests.flow.conftest import Zone

TABLE = Path(__file__).parents[1] / "sources" / "sample" / "indicator_truth.csv"

#: Where an indicator's parts are indicators of their own: (indicator, part) → ids whose values together are the part.
PARTS = {
    ("Z02", "省级"): "Z02a", ("Z02", "市级"): "Z02b", ("Z02", "区级(园区级)"): "Z02c",
    ("Z13", "投产"): "Z13b", ("Z14", "建筑工程施工许可证"): "Z14e",
    ("Z21", "个数"): "Z21a", ("Z21", "计划总投资"): "Z21b", ("Z22", "本期新增"): "Z22a",
    ("Z24", "≥1亿元"): "Z24a", ("Z24", "≥5亿元"): "Z24b", ("Z24", "≥10亿元"): "Z24c",
    # The zone's plants and buildings are told apart; the table has both in one.
    ("Z30", "土地(亩)"): "Z30a", ("Z30", "空置建筑(㎡)"): "Z30b Z30c", ("Z32", "土地(亩)"): "Z32a",
    ("Z34", "毛增"): "Z34", ("Z34", "净增"): "Z34a", ("Z39", "新增"): "Z39a", ("Z39", "有效"): "Z39b",
    ("Z40", "省级"): "Z40a", ("Z40", "市级"): "Z40b", ("Z41", "增速"): "Z41a",
    ("Z42", "营业收入"): "Z42a", ("Z42", "利润总额"): "Z42b",
    ("Z49", "申报"): "Z49a", ("Z49", "兑现(万元)"): "Z49b", ("Z49", "兑现率"): "Z49c",
    ("Z50", "受理"): "Z50a", ("Z50", "按时办结率"): "Z50b", ("Z51", "解决率"): "Z51b", ("Z51", "满意率"): "Z51c",
    ("Z55", "重点税源"): "Z55d",
    ("Z56", "营业收入"): "Z56a", ("Z56", "利润总额"): "Z56b", ("Z56", "资产负债率"): "Z56d", ("Z57", "租金收缴率"): "Z57b",
    ("Z58", "债务余额"): "Z58a", ("Z58", "综合融资成本"): "Z58b", ("Z58", "12个月内到期"): "Z58c",
    ("Z59", "任务数"): "Z59a", ("Z59", "完成数"): "Z59b",
    ("Z61", "创新性实事"): "Z61a", ("Z61", "改革创新经验"): "Z61b", ("Z61", "制度创新成果"): "Z61c", ("Z61", "工作效能"): "Z61d",
    ("Z62", "提醒函"): "Z62a", ("Z62", "督办函"): "Z62b", ("Z62", "按期回复率"): "Z62c",
    ("Z66", "党组织"): "Z66a", ("Z66", "党员"): "Z66b", ("Z66", "联盟、共同体"): "Z66c", ("Z66", "活动"): "Z66d",
}  # fmt: skip

#: Where the table counts otherwise than domain.md says: (period, indicator, part) → what the definition gives.
DECIDED = {
    # A flow of the month is both half-months; the table has the second one alone.
    ("2026-09", "Z22", "本期新增"): "2",
    # Forecast of the year's end: a certificate that ends before December without a new application does not count.
    ("2026-09", "Z38", ""): "58",
    # What is still being filled in, or was withdrawn, is no application.
    ("2026-09", "Z49", "申报"): "13",
    # An approved extension is the deadline; the table compares with the first one.
    ("2021-12", "Z50", "按时办结率"): "1",
    ("2026-09", "Z50", "按时办结率"): "1",
    # Due within twelve months is also the next instalment of a loan that ends later.
    ("2021-12", "Z58", "12个月内到期"): "3050",
    ("2026-09", "Z58", "12个月内到期"): "3050",
}
#: Told by rows, not by an indicator of its own: a journey's city is a dimension of Z29, the companies are those of Z56.
BY_ROWS = {
    "Z29": "select coalesce(sum(batches), 0) from fct_outreach_to_date"
    " where activity_kind = '外出招商' and period = $period and destination = $part",
    "Z56": "select count(distinct company) from fct_company_operations where period = $period and $part = '公司数'",
}
TRUTH: list[tuple[str, str, str, str]] = [
    (row["period"], row["indicator"], row["part"], row["value"])
    for row in csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines())
]


@pytest.fixture(scope="module")
def released(zone: Zone) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(zone.home.releases / "current" / "warehouse.duckdb"), read_only=True) as connection:
        yield connection


def _figure(released: duckdb.DuckDBPyConnection, period: str, indicator: str, part: str) -> Decimal:
    """Return the released figure in the table's unit: amounts in 万元, by the scope that the part names."""
    found = PARTS.get((indicator, part))
    if found is None and part and indicator in BY_ROWS:
        return Decimal(released.execute(BY_ROWS[indicator], {"period": period, "part": part}).fetchall()[0][0])
    growth = part.endswith("同比")
    ids = (found or indicator + "a" * growth).split()
    scope = part.removesuffix("同比") if part.startswith(("全口径", "地方级")) else ""
    rows = released.execute(
        """
        select sum(value * case unit when '亿元' then 10000 else 1 end), count(*) from indicator_values
        where list_contains($ids, indicator_id) and ends_with(scope, $scope)
            and list_contains([$period, $period[1:4], $period[1:4] || '-Q' || quarter(($period || '-01')::date)], period)
        """,
        {"ids": ids, "scope": scope, "period": period},
    ).fetchall()
    value, count = rows[0]
    assert count == len(ids), f"{period} {indicator} {part}: {count} 个数值"
    return Decimal(value)


def test_released_figures_are_those_counted_from_the_rows(released: duckdb.DuckDBPyConnection) -> None:
    table = {(period, indicator, part): value for period, indicator, part, value in TRUTH}
    expected = {key: Decimal(DECIDED.get(key, value)) for key, value in table.items()}
    found = {key: _figure(released, *key) for key in expected}
    # The table's ratios have four digits; figures in 亿元 have six, which is 0.01 万元.
    differing = {
        key: (found[key], value)
        for key, value in expected.items()
        if abs(found[key] - value) > Decimal("0.005" if abs(value) > 100 else "0.00005")
    }
    assert len(expected) == 189
    assert differing == {}


def test_what_was_decided_otherwise_is_still_otherwise() -> None:
    table = {(period, indicator, part): value for period, indicator, part, value in TRUTH}
    assert all(Decimal(table[key]) != Decimal(decided) for key, decided in DECIDED.items())


def test_two_scopes_are_never_one_figure(released: duckdb.DuckDBPyConnection) -> None:
    sql = "select scope from indicator_values where indicator_id = 'Z52' and period = '2026-09' order by scope"
    assert released.execute(sql).fetchall() == [("税收归属·全口径",), ("税收归属·地方级",)]


def test_every_figure_that_rests_on_rows_leads_back_to_them(released: duckdb.DuckDBPyConnection) -> None:
    sql = """
        select distinct figures.indicator_id, figures.period from indicator_values as figures
        left join indicator_sources as sources using (indicator_id, period)
        where figures.value <> 0 and sources.indicator_id is null
    """
    # Neither the calendar's share of a year nor what findings cost a department stands in a cell.
    assert {indicator for indicator, _ in released.execute(sql).fetchall()} == {"Z07", "Z69a"}


def test_every_figure_reaches_cells_or_says_why_it_does_not(released: duckdb.DuckDBPyConnection) -> None:
    sql = "select indicator_id, max(period) from indicator_values where value <> 0 group by 1 order by 1"
    blind: dict[str, list[str]] = {}
    for indicator, period in released.execute(sql).fetchall():
        rows = trace(released, figures_of(released, indicator, period))
        if not any(row["cell"] and row["raw"] and row["file"] for row in rows):
            blind[indicator] = why_no_cells(rows)
    assert {indicator for indicator, why in blind.items() if not why} == {"Z07", "Z69a"}
    restricted = {indicator for indicator, why in blind.items() if any("不公开" in reason for reason in why)}
    assert restricted == {"Z41", "Z41a", "Z42a", "Z42b", "Z43", "Z44", "Z45", "Z46", "Z47", "Z47a"}
    assert blind.keys() - restricted == {"Z07", "Z68", "Z68a", "Z68b", "Z69", "Z69a"}


def test_single_enterprises_do_not_show_in_the_sources(released: duckdb.DuckDBPyConnection) -> None:
    sql = "select count(*), count(sheet_row) from indicator_sources where form = 'industrial_months'"
    assert released.execute(sql).fetchall()[0][0] > 0
    assert released.execute(sql).fetchall()[0][1] == 0


@pytest.mark.parametrize("indicator", ["Z48c", "Z48d", "Z48e", "Z67a"])
def test_what_statisticians_and_visits_add_leads_back_to_cells(zone: Zone, indicator: str) -> None:
    assert zone.json("indicators", "show", indicator, "--period", "2021-12")["value"] > 0
    traced = zone.json("indicators", "trace", indicator, "--period", "2021-12")
    fields = {row["field"] for row in traced}
    assert fields & {"statistics_investment_ytd_wan", "leader_visit_count"}
    assert all(row["cell"] and row["file"] for row in traced if row["field"] in fields - {"project_name"})


def test_a_figure_of_single_enterprises_is_traced_to_its_submission_only(zone: Zone) -> None:
    traced = zone.json("indicators", "trace", "Z47a", "--period", "2026-09")
    assert {row["form"] for row in traced} == {"industrial_months"}
    assert {(row["cell"], row["raw"], row["cell_value"]) for row in traced} == {(None, None, None)}


def test_facts_that_are_traced_one_by_one_are_one_row_of_a_workbook_and_one_month_each(
    zone: Zone, released: duckdb.DuckDBPyConnection
) -> None:
    models = json.loads((zone.home.current / "metrics.json").read_text(encoding="utf-8"))["semantic_models"]
    seen = 0
    for model in models:
        columns = {one["name"]: one["expr"] or one["name"] for one in model["dimensions"]}
        if model["config"]["meta"].get("traced") == "grouped" or not columns.keys() >= set(TRACE):
            continue
        day = columns[model["defaults"]["agg_time_dimension"]]
        row = ", ".join(columns[name] for name in TRACE)
        sql = f"""select count(*), count(distinct (date_trunc('month', {day}), {row})),
            count(*) filter (where date_trunc('month', {day}) <> {day}) from {model["node_relation"]["alias"]}"""
        ((facts, rows, within_a_month),) = released.execute(sql).fetchall()
        assert (facts, within_a_month) == (rows, 0), model["name"]
        seen += facts > 0
    assert seen > 15
