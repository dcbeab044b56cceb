"""Tables that are no form of the zone, on the sheet of one that is: no record is made of them, and none is lost unsaid."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from expectations.check import check
from sources.contract import load_catalog
from sources.reader.model import RowKind, Table
from sources.reader.read import read_workbook
from sources.rules import load_register
from tests.workbooks import PROJECT, project, write_sheet

CATALOG = load_catalog()
REGISTER = load_register(CATALOG)
PROJECTS: list[list[Any]] = [
    ["重点项目月度调度表（2026年3月）"],
    list(PROJECT),
    list(PROJECT.values()),
    list(project(序号=2, 项目名称="二期").values()),
]
OUTPUT = [["企业名称", "产值（万元）", "税收"], ["甲公司", 5, 6], ["乙公司", 7, 8]]
SERIAL = [["序号", "车牌", "车型"], [1, "鲁A1", "轿车"], [2, "鲁A2", "货车"]]
CONTACTS = [["姓名", "职务", "联系电话"], ["张某", "主任", "138"], ["李某", "科长", "139"]]
STAGES = [["阶段", "一季度", "二季度"], ["土建", 1, 2], ["设备", 3, 4]]
YEARS = [["指标", 2024, 2025], ["投资", 10.5, 11], ["税收", 3.5, 4]]


def read(path: Path, rows: Sequence[Sequence[Any]]) -> Table:
    (table,) = read_workbook(write_sheet(path / "a.xlsx", rows), CATALOG).tables
    return table


def said(table: Table) -> list[tuple[str, str]]:
    return [(hazard.rule, hazard.shown["where"]) for hazard in table.hazards]


@pytest.mark.parametrize("other", [OUTPUT, SERIAL, STAGES, YEARS, [["附表：领导联系名单"], *CONTACTS]])
def test_a_table_below_is_named_and_gives_no_record(tmp_path: Path, other: list[list[Any]]) -> None:
    table = read(tmp_path, [*PROJECTS, [], *other, [], ["审核人：李四"]])
    assert (table.rows, table.problems) == ([3, 4], [])
    assert said(table) == [("A19", f"A6:C{5 + len(other)}")]
    kinds = {row.row: row.kind for row in table.other_rows}
    assert {kinds[row] for row in range(6, 6 + len(other))} == {RowKind.OTHER_TABLE}
    assert [signature.name for signature in table.signatures] == ["李四"]


def test_a_running_number_begins_a_table_without_a_blank_row(tmp_path: Path) -> None:
    table = read(tmp_path, [*PROJECTS, *SERIAL])
    assert (table.rows, said(table)) == ([3, 4], [("A19", "A5:C7")])


def test_a_sum_of_the_other_table_is_none_of_this_one(tmp_path: Path) -> None:
    total = ["合计", *[None] * 14, 24000]
    table = read(tmp_path, [*PROJECTS, total, [], *OUTPUT, ["合计", 12, 14]])
    assert [(found.row, found.rows) for found in table.totals] == [(5, (3, 4))]
    assert said(table) == [("A19", "A7:C10")]


def test_the_form_goes_on_below_with_its_own_header(tmp_path: Path) -> None:
    table = read(tmp_path, [*PROJECTS, [], *OUTPUT, [], PROJECTS[1], list(project(序号=3, 项目名称="三期").values())])
    assert (table.rows, said(table)) == ([3, 4, 11], [("A19", "A6:C8")])


@pytest.mark.parametrize(
    "changed",
    [
        {"项目名称": "三期"},
        {"序号": None, "项目名称": "三期", "总投资（万元）": "待定", "计划开工时间": "未定"},
        {"序号": "三", "项目名称": "三期项目"},
    ],
)
@pytest.mark.parametrize("between", [[[]], [["二、谋划类项目"]], [[], ["谋划类"]]])
def test_records_after_a_gap_or_a_heading_stay_records(
    tmp_path: Path, changed: dict[str, Any], between: list[list[Any]]
) -> None:
    last = list(project(序号=4, 项目名称="四期").values())
    table = read(tmp_path, [*PROJECTS, *between, list(project(**changed).values()), last])
    first = 5 + len(between)
    assert (table.rows, said(table)) == ([3, 4, first, first + 1], [])


def test_records_without_any_number_stay_records(tmp_path: Path) -> None:
    words = dict.fromkeys(PROJECT) | {
        "项目名称": "三期",
        "项目级别": "市级重点",
        "总投资（万元）": "待定",
        "计划开工时间": "未开工",
    }
    table = read(tmp_path, [*PROJECTS, [], list(words.values()), list(PROJECT.values())])
    assert (table.rows, said(table)) == ([3, 4, 6, 7], [])


def test_a_table_above_is_named(tmp_path: Path) -> None:
    above = [["2026年3月"], ["个数", "投资", "完成"], [41, 12.5, 3], [42, 13.5, 4], []]
    table = read(tmp_path, [*above, *PROJECTS])
    assert (table.rows, said(table)) == ([8, 9], [("A19", "A2:C4")])


def test_labels_above_a_header_are_no_table(tmp_path: Path) -> None:
    above = [["填报单位：", "项目建设部", "2026年3月", 41], ["单位：", "万元", "共", 41, "个"]]
    assert said(read(tmp_path, [*above, *PROJECTS])) == []


def test_a_table_beside_without_a_header_of_its_own_in_that_row_is_named(tmp_path: Path) -> None:
    right = [[], [], *OUTPUT, ["丙公司", 9, 10]]
    left = [*PROJECTS, [], []]
    rows = [[*row, *[None] * (25 - len(row)), *beside] for row, beside in zip(left, right, strict=True)]
    table = read(tmp_path, rows)
    assert (table.rows, said(table)) == ([3, 4], [("A19", "Z3:AB6")])


def test_the_level_tells_rows_that_may_have_been_meant_from_others(tmp_path: Path) -> None:
    for rows, level in (
        ([*PROJECTS, [], *OUTPUT], "verify"),
        ([["甲", "乙", "丙"], [1, 2, 3], [], *PROJECTS], "notice"),
    ):
        reading = read_workbook(write_sheet(tmp_path / f"{level}.xlsx", rows), CATALOG)
        found = [one for one in check(reading, CATALOG, REGISTER).findings if one.rule == "A19"]
        assert [one.level.value for one in found] == [level]
    assert "甲、乙、丙" in found[0].message


def test_sheets_beside_that_hold_a_table_of_no_form_are_named(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(write_sheet(tmp_path / "a.xlsx", PROJECTS))
    for name, rows in {"产值": OUTPUT, "填写说明": OUTPUT, "Sheet3": [["备忘"]], "藏": OUTPUT}.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    book["藏"].sheet_state = "hidden"
    book.save(tmp_path / "b.xlsx")
    reading = read_workbook(tmp_path / "b.xlsx", CATALOG)
    assert [found.message for found in check(reading, CATALOG, REGISTER).findings if found.rule == "A21"] == [
        "《重点项目月度调度表》2026年3月 工作表“产值”没有认出是哪张表，没有读取；如应报送，请使用模板，否则可删去。"
    ]
