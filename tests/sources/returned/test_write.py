"""The marked workbook: the department's own file, with its faults shown."""

from __future__ import annotations

import re
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from sources.contract import Level
from sources.reader.locate import locate
from sources.reader.read import read_workbook
from sources.reader.workbook import open_workbook
from sources.returned import file_name, write_returned
from sources.returned.marks import FILLS, MARK
from tests.sources.returned.desk import Desk
from tests.sources.returned.sent import FIRST, LEVEL, TITLES, TOTAL, cell_of

ListRows = Callable[[Any], list[dict[str, Any]]]
EVERY_KIND = ("dressed", "macros", "csv", "ods", "corrupt", "first", "second", "third")


@pytest.mark.parametrize("name", EVERY_KIND)
def test_it_opens_in_two_readers_and_begins_with_the_list(desk: Desk, name: str) -> None:
    assert desk.book(name).sheetnames[0] == "问题清单"
    assert open_workbook(desk.path(name)).sheets[0].name == "问题清单"


def test_cells_carry_the_colour_of_their_worst_finding_and_a_comment(desk: Desk) -> None:
    sheet = desk.book("dressed")["调度表"]
    marks = {cell: sheet[cell].fill.fgColor.rgb for cell in (cell_of(LEVEL), cell_of(TOTAL, 1), "U5")}

    assert marks == {
        cell_of(LEVEL): FILLS[Level.MANDATORY],
        cell_of(TOTAL, 1): FILLS[Level.MANDATORY],
        "U5": FILLS[Level.VERIFY],
    }
    assert sheet[cell_of(LEVEL)].comment.text.startswith(f"{MARK}\n强制（必须改正）B05：“国家级”不在可选项内")
    marked = {cell.coordinate for line in sheet.iter_rows() for cell in line if cell.fill.fgColor.rgb in FILLS.values()}
    found = {one.finding.cell for one in desk.returned("dressed").findings if one.finding.cell}
    assert marked == found


def test_a_fault_in_the_half_of_a_list_that_stands_to_the_right_is_marked_there(desk: Desk) -> None:
    column = len(TITLES) + 2 + TITLES.index(LEVEL)
    sheet = desk.book("halves")["调度表"]
    assert sheet.cell(FIRST, column).fill.fgColor.rgb == FILLS[Level.MANDATORY]
    assert sheet[cell_of(LEVEL)].fill.fgColor.rgb not in FILLS.values()


def test_a_comment_of_the_department_stays_before_ours(desk: Desk) -> None:
    comment = desk.book("dressed")["调度表"][cell_of(TOTAL, 1)].comment

    assert comment.text.startswith(f"财务已核\n\n{MARK}\n强制（必须改正）B07")
    assert comment.author == "张三"


def test_the_formatting_is_the_departments(desk: Desk) -> None:
    sheet = desk.book("dressed")["调度表"]

    assert (sheet["A1"].font.name, sheet["A1"].font.size, sheet["A1"].font.color.rgb) == ("黑体", 20, "FFCC0000")
    assert sheet.column_dimensions["B"].width == 33.5
    assert sheet.row_dimensions[2].height == 41
    assert [str(merged) for merged in sheet.merged_cells.ranges] == ["A1:X1"]
    assert sheet[cell_of(TOTAL, 1)].number_format == "#,##0.000"
    assert sheet.freeze_panes == "C3"
    assert desk.book("dressed")["附表"].sheet_state == "hidden"


def test_values_read_the_same_as_in_the_original(desk: Desk) -> None:
    original = next((desk.home.inbox / desk.submitted["dressed"]).glob("original*"))
    before, after = (read_workbook(path, desk.catalog, name="3月.xlsx") for path in (original, desk.path("dressed")))

    assert [(table.sheet, table.rows, table.values, table.period) for table in after.tables] == [
        (table.sheet, table.rows, table.values, table.period) for table in before.tables
    ]
    assert [len(table.rows) for table in after.tables] == [3]


def test_formulas_of_its_own_stay_with_their_results(desk: Desk) -> None:
    assert desk.book("dressed")["调度表"]["Z3"].value == "=SUM(R3:R5)"
    assert load_workbook(desk.path("dressed"), data_only=True)["调度表"]["Z3"].value == 15000


def test_what_reaches_out_of_the_workbook_becomes_its_value(desk: Desk) -> None:
    book = desk.book("dressed")
    sheet = book["调度表"]

    assert [sheet[cell].value for cell in ("Z4", "Z5", "AA3", "AA5")] == [7, 8, 9, 10]
    assert (sheet["AA4"].value, sheet["AA4"].hyperlink) == ("点这里", None)
    assert (list(book.defined_names), sheet.data_validations.dataValidation) == ([], [])
    with zipfile.ZipFile(desk.path("dressed")) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
        relations = b"".join(archive.read(name) for name in archive.namelist() if name.endswith(".rels"))
    assert b"example.invalid" not in everything
    assert b"externalLink" not in everything
    assert b'TargetMode="External"' not in relations
    assert "4 处已改为当时的数值" in _above(book)


@pytest.mark.parametrize("name", EVERY_KIND)
def test_no_text_can_become_a_formula(desk: Desk, name: str) -> None:
    risky, formulas = [], []
    for sheet in desk.book(name).worksheets:
        for cell in (cell for line in sheet.iter_rows() for cell in line):
            if cell.data_type == "f":
                formulas.append(cell.value)
            elif isinstance(cell.value, str) and cell.value.startswith(("=", "+", "-", "@")) and not cell.quotePrefix:
                risky.append((cell.coordinate, cell.value))

    assert risky == []
    assert formulas == (["=SUM(R3:R5)"] if name == "dressed" else [])


def test_a_text_that_looks_like_a_formula_stays_a_text(desk: Desk) -> None:
    cell = desk.book("dressed")["调度表"]["B5"]
    read = desk.book("csv")["重点项目1月"]["B3"]

    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=丙项目", "s", True)
    assert (read.value, read.data_type, read.quotePrefix) == ("=HYPERLINK(1)", "s", True)


def test_the_list_is_sorted_by_weight_and_links_to_the_cells(desk: Desk, list_rows: ListRows) -> None:
    rows = list_rows(desk.book("dressed"))
    levels = [row["问题级别"].value for row in rows]

    assert levels == sorted(levels, key=("强制", "核实", "提示").index)
    assert [row["条目"].value for row in rows] == list(range(1, len(rows) + 1))
    first = rows[0]
    assert first["问题位置"].value == f"调度表 {cell_of(LEVEL)}"
    assert first["问题位置"].hyperlink.location == f"'调度表'!{cell_of(LEVEL)}"
    assert first["问题位置"].hyperlink.target is None
    assert first["审核规则"].value == "B05 取值在可选项内"
    assert first["现在的内容"].value == "国家级"
    assert {row["问题编号"].value for row in rows} == {one.finding_id for one in desk.returned("dressed").findings}


def test_only_findings_to_verify_take_an_answer(desk: Desk, list_rows: ListRows) -> None:
    book = desk.book("dressed")
    sheet = book.worksheets[0]
    rows = list_rows(book)
    (check,) = sheet.data_validations.dataValidation

    for row in rows:
        verify = row["问题级别"].value == "核实"
        assert row["核实说明"].protection.locked is not verify
        assert (row["核实说明"].coordinate in check.sqref) is verify
        assert row["问题编号"].protection.locked
    assert (check.type, check.operator, check.formula1) == ("textLength", "greaterThanOrEqual", "10")
    assert sheet.protection.sheet
    assert sheet.column_dimensions["I"].hidden


def test_the_heading_says_what_was_decided_and_what_to_do(desk: Desk) -> None:
    above = _above(desk.book("dressed"))

    assert "《重点项目月度调度表》　部门：项目建设部　期间：2026年3月　结论：退回：有强制性问题，没有入库" in above
    assert "文件：重点项目3月.xlsx　收到：2026-04-03 00:00" in above
    assert f"报送编号：{desk.submitted['dressed']}" in above
    assert "保存后按原渠道重新报送本文件" in above


def _above(book: Any) -> str:
    return "\n".join(str(line[0]) for line in book.worksheets[0].iter_rows(max_row=12, max_col=1, values_only=True))


def test_it_opens_on_the_list_alone(desk: Desk) -> None:
    book = desk.book("dressed")

    assert book.active.title == "问题清单"
    assert [sheet.title for sheet in book.worksheets if sheet.sheet_view.tabSelected] == ["问题清单"]


def test_no_form_is_seen_on_our_sheets_whatever_the_sender_names(desk: Desk) -> None:
    for name in ("dressed", "third"):
        for sheet in open_workbook(desk.path(name)).sheets:
            if sheet.name in ("问题清单", "与上期接收版比较"):
                assert [form.id for form in desk.catalog if locate(sheet, [form], certain=True)] == []


def test_macros_are_gone_and_the_list_says_so(desk: Desk) -> None:
    with zipfile.ZipFile(desk.path("macros")) as archive:
        types = archive.read("[Content_Types].xml")
        assert [name for name in archive.namelist() if "vba" in name.lower()] == []

    assert b"macroEnabled" not in types
    assert "原文件含宏，本文件已去除宏。" in _above(desk.book("macros"))


@pytest.mark.parametrize(("name", "sheet"), [("csv", "重点项目1月"), ("ods", "调度表")])
def test_other_dialects_come_back_as_xlsx_with_their_cells_marked(desk: Desk, name: str, sheet: str) -> None:
    book = desk.book(name)

    assert book.sheetnames == ["问题清单", sheet]
    assert book[sheet][cell_of(LEVEL)].fill.fgColor.rgb == FILLS[Level.MANDATORY]
    assert "已按读取的内容转存" in _above(book)
    (table,) = read_workbook(desk.path(name), desk.catalog, name="x.xlsx").tables
    assert table.period == desk.returned(name).parts[0].period


def test_a_file_that_cannot_be_opened_gives_the_list_alone(desk: Desk, list_rows: ListRows) -> None:
    book = desk.book("corrupt")

    assert book.sheetnames == ["问题清单"]
    assert [row["审核规则"].value for row in list_rows(book)] == ["XL-UNREADABLE 文件是能打开的工作簿"]


def test_a_file_without_mandatory_findings_is_said_to_be_accepted(desk: Desk) -> None:
    assert "结论：已接收" in _above(desk.book("first"))


def test_five_thousand_rows_take_seconds(desk: Desk) -> None:
    began = time.process_time()
    sheets = {sheet.name: sheet for sheet in open_workbook(desk.path("big")).sheets}

    assert time.process_time() - began < 20
    assert len(sheets["调度表"].rows) == 5002
    assert sum(row[1] == "强制" for row in sheets["问题清单"].rows) == 500


def test_the_same_submission_gives_the_same_sheets_again(desk: Desk, tmp_path: Path) -> None:
    write_returned(desk.home, desk.returned("dressed"), tmp_path / "neu" / "b.xlsx", desk.catalog, desk.register)

    again, before = open_workbook(tmp_path / "neu" / "b.xlsx"), open_workbook(desk.path("dressed"))
    assert [(sheet.name, sheet.rows) for sheet in again.sheets] == [(sheet.name, sheet.rows) for sheet in before.sheets]
    assert [path.name for path in (tmp_path / "neu").iterdir()] == ["b.xlsx"]


def test_the_name_says_that_it_is_a_return_once(desk: Desk) -> None:
    receipt = desk.returned("dressed").receipt

    assert file_name(receipt) == "重点项目3月（退回修改）.xlsx"
    assert file_name(receipt.model_copy(update={"file": file_name(receipt)})) == "重点项目3月（退回修改）.xlsx"
    assert re.fullmatch(r"重点项目（退回修改）\.xlsx", file_name(desk.returned("ods").receipt))
