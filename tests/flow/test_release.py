"""What a release of the sample zone carries besides its figures."""

from __future__ import annotations

import openpyxl

from tests.flow.conftest import Zone


def test_the_release_carries_a_dictionary_with_chinese_titles(zone: Zone) -> None:
    book = openpyxl.load_workbook(zone.home.current / "dictionary.xlsx", read_only=True)
    assert {"表", "字段", "指标"} <= set(book.sheetnames)
    cells = {value for row in book["字段"].iter_rows(values_only=True) for value in row}
    assert {"investment_ytd_wan", "1–本月累计完成投资", "万元"} <= cells


def test_every_rule_of_the_register_has_a_result(zone: Zone) -> None:
    rows = zone.json(
        "query", "select rule, sum(evaluated) as evaluated, sum(failed) as failed from fct_rule_results group by rule"
    )
    counted = {row["rule"]: row for row in rows}
    assert {row["code"] for row in zone.json("rules")} == set(counted)
    assert counted["B08"]["evaluated"] > counted["B08"]["failed"] >= 0
    assert counted["D02"]["evaluated"] > 0
