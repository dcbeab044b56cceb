"""Several tables on one sheet: each is a submission of its own, and none is trouble of another."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl.utils import get_column_letter

from expectations.check import check
from sources.contract import load_catalog
from sources.reader.model import Reading, Table
from sources.reader.read import read_workbook
from sources.rules import load_register
from tests.workbooks import PROJECT, project, write_sheet

CATALOG = load_catalog()
REGISTER = load_register(CATALOG)
POOL: dict[str, Any] = {
    "企业名称": "甲公司",
    "信用代码": "91370105MA3AY4CL62",
    "培育类别": "高新技术企业",
    "级别": "国家",
    "阶段": "获批",
    "申报类型": "新认定",
}
PROJECTS = [
    ["重点项目月度调度表（2026年3月）"],
    list(PROJECT),
    list(PROJECT.values()),
    list(project(序号=2, 项目名称="二期").values()),
]
POOLED = [
    ["企业培育库（2026年4月）"],
    ["填报单位：企业服务部"],
    list(POOL),
    list(POOL.values()),
    ["乙公司", *list(POOL.values())[1:]],
]
SUM = ["合计", *[None] * 14, 24000]


def listed(*names: str) -> list[list[Any]]:
    """Return a header and a row per project."""
    projects = (project(序号=number, 项目名称=name) for number, name in enumerate(names, start=1))
    return [list(PROJECT), *(list(values.values()) for values in projects)]


def read(path: Path, rows: Sequence[Sequence[Any]], **options: Any) -> Reading:
    merges = options.pop("merges", ())
    reading = read_workbook(write_sheet(path / "a.xlsx", rows, merges=merges), CATALOG, **options)
    assert not reading.failures, reading.failures
    return reading


def shape(table: Table) -> tuple[str, tuple[int, ...], list[int], dict[int, str]]:
    return table.form, table.header_rows, table.rows, {other.row: other.kind.value for other in table.other_rows}


def test_two_forms_one_below_the_other_are_two_tables(tmp_path: Path) -> None:
    reading = read(tmp_path, [*PROJECTS, SUM, ["注：总投资含设备。"], [], *POOLED, ["审核人：李四"]])
    first, second = reading.tables
    assert shape(first) == ("key_projects", (2,), [3, 4], {1: "title", 5: "total", 6: "note", 7: "blank"})
    assert shape(second) == ("enterprise_titles", (10,), [11, 12], {8: "title", 9: "title", 13: "note"})
    assert (first.problems, second.problems) == ([], [])
    assert (first.period, second.period) == ("2026-03", "2026-04")
    assert (first.department, second.department) == ("projects", "enterprises")
    assert second.cell("uscc", 11) == "B11"
    assert [total.rows for total in first.totals] == [(3, 4)]


@pytest.mark.parametrize("between", [[], [[]], [["审核人：李四"]], [["注：总投资含设备。"], ["2.本表不含退库项目。"]]])
def test_what_stands_between_two_tables_belongs_to_the_upper_one_up_to_the_title(
    tmp_path: Path, between: list[Any]
) -> None:
    first, second = read(tmp_path, [*PROJECTS, *between, *POOLED]).tables
    assert (first.rows, first.problems, second.problems) == ([3, 4], [], [])
    assert min(other.row for other in second.other_rows) == 5 + len(between)
    assert second.rows == [8 + len(between), 9 + len(between)]


def test_a_lower_table_without_title_takes_period_and_unit_from_the_head_of_the_sheet(tmp_path: Path) -> None:
    header, record = [*POOL, "研发费用"], [*POOL.values(), 2]
    first, second = read(tmp_path, [["2026年3月"], ["单位：亿元"], *PROJECTS[1:], header, record]).tables
    assert (first.rows, second.header_rows, second.rows) == ([4, 5], (6,), [7])
    assert second.period == "2026-03"
    assert second.values["rd_expense_wan"] == [Decimal("20000.0000")]


def test_the_larger_form_may_stand_below(tmp_path: Path) -> None:
    first, second = read(tmp_path, [*POOLED, [], *PROJECTS]).tables
    assert (shape(first)[:3], shape(second)[:3]) == (
        ("enterprise_titles", (3,), [4, 5]),
        ("key_projects", (8,), [9, 10]),
    )


def test_a_table_beyond_the_first_rows_is_found(tmp_path: Path) -> None:
    many = [list(project(序号=n, 项目名称=f"{n}期").values()) for n in range(1, 101)]
    first, second = read(tmp_path, [*PROJECTS[:2], *many, [], *POOLED]).tables
    assert (len(first.rows), second.header_rows, second.rows) == (100, (106,), [107, 108])


def test_blocks_of_one_form_with_titles_and_headers_of_their_own_stay_one_table(tmp_path: Path) -> None:
    names, row = list(POOL), list(POOL.values())
    east, west = ["企业培育库（东区）"], ["企业培育库（西区）"]
    rows = [["企业培育库（2026年4月）"], east, names, row, ["小计", 1], [], west, names, row]
    (table,) = read(tmp_path, rows).tables
    assert table.rows == [4, 9]
    assert {other.row: other.kind.value for other in table.other_rows} == {
        1: "title", 2: "title", 5: "subtotal", 6: "blank", 7: "title", 8: "repeated_header",
    }  # fmt: skip


def test_repeated_headers_of_printed_pages_may_leave_out_the_unit_row(tmp_path: Path) -> None:
    names = [name.replace("（万元）", "") for name in PROJECT]
    units = ["亿元" if "投资" in name else "-" for name in names]
    row = list(project(**{"总投资（万元）": 1.2}).values())
    (table,) = read(tmp_path, [["2026年3月"], names, units, row, names, row, names, units, row]).tables
    assert (table.rows, table.problems) == ([4, 6, 9], [])
    assert table.values["total_investment_wan"] == [Decimal("12000.0000")] * 3


@pytest.mark.parametrize("unit", ["亿元", "元"])
def test_a_block_of_the_same_form_in_another_unit_is_read_in_its_own(tmp_path: Path, unit: str) -> None:
    other = [name.replace("（万元）", f"（{unit}）") for name in PROJECT]
    first, second = read(tmp_path, [*PROJECTS, [], other, list(project(项目名称="三期").values())]).tables
    assert (first.rows, second.rows) == ([3, 4], [7])
    assert second.values["total_investment_wan"] == [Decimal(12000) * {"亿元": 10000, "元": Decimal("0.0001")}[unit]]


def test_a_block_of_the_same_form_with_other_columns_is_read_by_its_own_header(tmp_path: Path) -> None:
    other = project(项目名称="三期")
    second = [list(reversed(other)), list(reversed(other.values()))]
    tables = read(tmp_path, [*PROJECTS, [], *second]).tables
    assert [table.values["project_name"] for table in tables] == [["新材料一期项目", "二期"], ["三期"]]
    assert [table.problems for table in tables] == [[], []]


def test_two_forms_side_by_side_are_two_tables(tmp_path: Path) -> None:
    left = [["企业培育库（2026年4月）"], list(POOL), list(POOL.values()), ["乙公司", *list(POOL.values())[1:]]]
    right = [["重点项目月度调度表"], list(PROJECT), list(PROJECT.values()), []]
    rows = [[*a, *[None] * (7 - len(a)), *b] for a, b in zip(left, right, strict=True)]
    one, other = read(tmp_path, rows).tables
    assert shape(one) == ("enterprise_titles", (2,), [3, 4], {1: "title"})
    assert shape(other) == ("key_projects", (2,), [3], {1: "title"})
    assert (one.problems, other.problems, other.period) == ([], [], "2026-04")
    assert other.cell("project_name", 3) == "I3"
    assert {column.letter for column in one.columns} == set("ABCDEF")


@pytest.mark.parametrize("gap", [0, 1, 2])
def test_a_form_that_goes_on_to_the_right_of_itself_is_read_there_as_well(tmp_path: Path, gap: int) -> None:
    """A long list in two halves beside each other, as printed pages have it; the right half is the longer one."""
    left = [["重点项目月度调度表（2026年3月）"], *listed("一期", "二期")]
    right = [[], *listed("三期", "四期", "五期")]
    width = len(PROJECT) + gap
    halves = itertools.zip_longest(left, right, fillvalue=[])
    rows = [[*one, *[None] * (width - len(one)), *other] for one, other in halves]
    path = write_sheet(tmp_path / "a.xlsx", rows)
    one, other = read_workbook(path, CATALOG).tables
    letter = get_column_letter(width + 1)
    assert (one.sheet, other.sheet) == ("Sheet1", f"Sheet1:{letter}")
    assert (one.values["project_name"], other.values["project_name"]) == (["一期", "二期"], ["三期", "四期", "五期"])
    assert (one.problems, one.period, other.period) == ([], "2026-03", "2026-03")
    assert other.cell("row_no", 3) == f"{letter}3"
    assert [finding.rule for finding in check(read_workbook(path, CATALOG), CATALOG, REGISTER).findings] == []


def test_one_form_with_a_blank_column_stays_one_table(tmp_path: Path) -> None:
    rows = [[*row[:12], None, *row[12:]] for row in (list(PROJECT), list(PROJECT.values()))]
    (table,) = read(tmp_path, [["2026年3月"], *rows]).tables
    assert len([column for column in table.columns if column.field]) == len(PROJECT)


def test_the_form_that_the_sender_chose_ends_where_another_begins(tmp_path: Path) -> None:
    (table,) = read(tmp_path, [*PROJECTS, [], *POOLED], form="enterprise_titles").tables
    assert (table.form, table.rows) == ("enterprise_titles", [9, 10])
