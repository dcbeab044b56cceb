"""Every hazard of a spreadsheet is named with its cell, and loses nothing."""

from __future__ import annotations

import re
import warnings
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from expectations.check import check
from sources.contract import load_catalog
from sources.finding import Finding
from sources.reader.model import CoercionKind, Table
from sources.reader.read import read_workbook
from sources.rules import load_register
from tests.sources.reader.hostile import SHEET, good, rebuilt, replaced, with_shared_strings
from tests.workbooks import PROJECT, project

CATALOG = load_catalog()
REGISTER = load_register(CATALOG)
NEXT = {"项目名称": "二期项目"}


def page_of(*projects: dict[str, Any]) -> tuple[openpyxl.Workbook, Worksheet]:
    book = openpyxl.Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    page.append(["重点项目月度调度表（2026年3月）"])
    page.append([*PROJECT, "行业代码"])
    for row in projects or (project(),):
        page.append([*(row.get(name) for name in PROJECT), row.get("行业代码", "3011")])
    return book, page


def judged(path: Path, book: openpyxl.Workbook | None = None) -> tuple[Table, list[Finding]]:
    if book is not None:
        book.save(path)
    reading = read_workbook(path, CATALOG)
    assert not reading.failures, reading.failures
    return reading.tables[0], check(reading, CATALOG, REGISTER).findings


def told(findings: list[Finding]) -> list[tuple[str, str, str | None]]:
    return [(finding.rule, finding.level.value, finding.cell) for finding in findings]


def test_a_clean_workbook_has_no_finding(tmp_path: Path) -> None:
    book, _ = page_of()
    assert told(judged(tmp_path / "a.xlsx", book)[1]) == []


def test_a_formula_without_a_result_keeps_its_text(tmp_path: Path) -> None:
    book, page = page_of()
    page["P3"] = "=Q3*2"
    table, findings = judged(tmp_path / "a.xlsx", book)
    assert told(findings) == [("XL-FORMULA-UNCACHED", "mandatory", "P3")]
    assert (table.values["total_investment_wan"], table.raws["total_investment_wan"]) == ([None], ["=Q3*2"])


@pytest.mark.parametrize("error", ["#REF!", "#DIV/0!", "#VALUE!", "#N/A"])
def test_an_error_keeps_its_name(tmp_path: Path, error: str) -> None:
    book, page = page_of()
    page["P3"] = error
    table, findings = judged(tmp_path / "a.xlsx", book)
    assert told(findings) == [("XL-ERROR-VALUE", "mandatory", "P3")]
    assert table.raws["total_investment_wan"] == [error]


def test_codes_as_numbers_are_named_and_gravely_when_zeros_may_be_lost(tmp_path: Path) -> None:
    book, _ = page_of(project(行业代码=3011), project(**NEXT, 行业代码=111))
    table, findings = judged(tmp_path / "a.xlsx", book)
    assert ("XL-CODE-RETYPED", "verify", "Y4") in told(findings)
    assert table.values["industry_code"] == ["3011", "111"]
    book, _ = page_of(project(行业代码=3011))
    assert told(judged(tmp_path / "b.xlsx", book)[1]) == [("XL-CODE-RETYPED", "notice", "Y3")]


def test_codes_as_text_keep_their_zeros(tmp_path: Path) -> None:
    book, _ = page_of(project(行业代码="0111"))
    table, findings = judged(tmp_path / "a.xlsx", book)
    assert (table.values["industry_code"], told(findings)) == (["0111"], [])


def test_a_code_is_taken_as_it_is_shown_and_said_so(tmp_path: Path) -> None:
    book, page = page_of(project(行业代码=111))
    page["Y3"].number_format = "0000"
    table, findings = judged(tmp_path / "a.xlsx", book)
    assert table.values["industry_code"] == ["0111"]
    assert [(c.raw, c.kind) for c in table.coercions if c.field == "industry_code"] == [("111", CoercionKind.DISPLAYED)]
    assert told(findings) == [("XL-DISPLAY-DIFFERS", "verify", "Y3")]
    assert "存储111，显示0111" in findings[0].message


@pytest.mark.parametrize(
    ("code", "said"),
    [("0!.0,", "1/10,000"), ("#,##0.00,", "1/1,000"), ('0.00"亿元"', "“亿元”"), (";;;", "空白")],
)
def test_numbers_shown_otherwise_are_named(tmp_path: Path, code: str, said: str) -> None:
    book, page = page_of()
    page["P3"].number_format = code
    table, findings = judged(tmp_path / "a.xlsx", book)
    assert table.values["total_investment_wan"] == [Decimal("12000.0000")]
    assert told(findings) == [("XL-DISPLAY-DIFFERS", "verify", "P3")]
    assert said in findings[0].message


@pytest.mark.parametrize(
    "code", ["#,##0.00", '0.00"万元"', "¥#,##0.00", "_ * #,##0.00_ ;_ * \\-#,##0.00_ ", "0.00_);(0.00)"]
)
def test_ordinary_formats_say_nothing(tmp_path: Path, code: str) -> None:
    book, page = page_of()
    page["P3"].number_format = code
    assert told(judged(tmp_path / "a.xlsx", book)[1]) == []


def test_merged_cells_are_named_once_per_column(tmp_path: Path) -> None:
    book, page = page_of(*(project(项目名称=f"{n}期项目", 建设单位=f"第{n}公司") for n in range(3)))
    page.merge_cells("I3:I5")
    table, findings = judged(tmp_path / "a.xlsx", book)
    assert table.values["leader_name"] == ["王建国"] * 3
    assert told(findings) == [("XL-MERGE-FILL", "notice", "I4")]
    assert "I4、I5" in findings[0].message


def test_bare_serial_dates_count_from_the_epoch_of_the_book(tmp_path: Path) -> None:
    days = (date(2026, 3, 15) - date(1899, 12, 30)).days
    book, _ = page_of(project(计划竣工时间=days))
    table, findings = judged(tmp_path / "a.xlsx", book)
    assert (table.values["planned_end_date"], told(findings)) == (
        [date(2026, 3, 15)],
        [("XL-DATE-AMBIGUOUS", "verify", "O3")],
    )
    book, _ = page_of(project(计划竣工时间=days - 1462, 计划开工时间=date(2025, 3, 15)))
    book.epoch = CALENDAR_MAC_1904
    table, findings = judged(tmp_path / "b.xlsx", book)
    assert table.values["planned_end_date"] == [date(2026, 3, 15)]
    assert table.values["planned_start_date"] == [date(2025, 3, 15)]
    assert "1904日期系统" in findings[0].message


@pytest.mark.parametrize(
    ("typed", "day", "why"),
    [(2026.1, date(2026, 1, 31), "也可能是10月"), ("6月底", date(2026, 6, 30), "没有写全年份")],
)
def test_dates_that_leave_something_open_are_named(tmp_path: Path, typed: object, day: date, why: str) -> None:
    book, _ = page_of(project(计划竣工时间=typed))
    table, findings = judged(tmp_path / "a.xlsx", book)
    assert table.values["planned_end_date"] == [day]
    assert [f.rule for f in findings] == ["XL-DATE-AMBIGUOUS"]
    assert why in findings[0].message


def test_a_dimension_that_leaves_rows_out_is_named(tmp_path: Path) -> None:
    path = rebuilt(good(tmp_path / "a.xlsx"), {SHEET: replaced(b'ref="A1:X3"', b'ref="A1:B2"')})
    table, findings = judged(path)
    assert (table.rows, told(findings)) == ([3], [("XL-DIMENSION", "notice", None)])


def test_a_comment_is_told_with_its_text(tmp_path: Path) -> None:
    book, page = page_of()
    page["B3"].comment = Comment("已更名为“三期”", "王")
    page["B2"].comment = Comment("填全称", "王")  # on the header: how to fill in, no content
    _, findings = judged(tmp_path / "a.xlsx", book)
    assert told(findings) == [("XL-COMMENT", "notice", "B3")]
    assert "已更名" in findings[0].message


def test_a_struck_row_stands_and_must_be_explained(tmp_path: Path) -> None:
    book, page = page_of(project(), project(**NEXT))
    for cell in page[4]:
        cell.font = Font(strike=True)
    table, findings = judged(tmp_path / "a.xlsx", book)
    assert table.rows == [3, 4]
    assert told(findings) == [("XL-STRUCK", "verify", "A4")]


@pytest.mark.parametrize("shared", [False, True])
def test_struck_words_inside_a_cell_are_named(tmp_path: Path, shared: bool) -> None:
    book, page = page_of()
    page["I3"] = CellRichText(TextBlock(InlineFont(strike=True), "张三"), "王建国")
    book.save(tmp_path / "a.xlsx")
    _, findings = judged(with_shared_strings(tmp_path / "a.xlsx") if shared else tmp_path / "a.xlsx")
    assert told(findings) == [("XL-STRUCK", "verify", "I3")]
    assert "“张三”" in findings[0].message


def test_hidden_places_with_data_are_named(tmp_path: Path) -> None:
    book, page = page_of(project(), project(**NEXT))
    page.row_dimensions[4].hidden = True
    page.column_dimensions["J"].hidden = True
    _, findings = judged(tmp_path / "a.xlsx", book)
    assert [(f.rule, "第4行、J列" in f.message) for f in findings] == [("A11", True)]


@pytest.mark.parametrize(
    ("part", "rule"),
    [
        ("xl/vbaProject.bin", "XL-MACROS"),
        ("xl/externalLinks/externalLink1.xml", "XL-LINKS"),
        ("xl/workbook.xml", "XL-DUPLICATE-PART"),
    ],
)
def test_what_the_package_carries_is_said_once(tmp_path: Path, part: str, rule: str) -> None:
    path = good(tmp_path / "a.xlsx")
    content = zipfile.ZipFile(path).read(part) if part == "xl/workbook.xml" else b"<x/>"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile says that a name comes twice: that is the point
        rebuilt(path, added=[(part, content)])
    assert [finding.rule for finding in judged(path)[1]] == [rule]


@pytest.mark.parametrize("mark", ["同上", "〃", '"', "″"])
def test_ditto_marks_take_the_value_above(tmp_path: Path, mark: str) -> None:
    rows = [
        project(),
        project(**{**NEXT, "包挂领导": mark, "总投资（万元）": mark}),
        project(项目名称="三期", 包挂领导=mark),
    ]
    book, _ = page_of(*rows)
    table, _ = judged(tmp_path / "a.xlsx", book)
    assert table.values["leader_name"] == ["王建国"] * 3
    assert table.values["total_investment_wan"][1] == Decimal("12000.0000")
    ditto = [(c.cell, c.raw) for c in table.coercions if c.kind is CoercionKind.DITTO]
    assert ditto == [("I4", mark), ("I5", mark), ("P4", mark)]


def test_ditto_below_a_problem_is_the_same_problem(tmp_path: Path) -> None:
    book, _ = page_of(project(**{"总投资（万元）": "约5000"}), project(**{**NEXT, "总投资（万元）": "同上"}))
    table, _ = judged(tmp_path / "a.xlsx", book)
    assert [(p.rule, p.cell, p.raw) for p in table.problems] == [("B06", "P3", "约5000"), ("B06", "P4", "同上")]


def test_ditto_in_the_first_row_is_no_number(tmp_path: Path) -> None:
    book, _ = page_of(project(**{"总投资（万元）": "同上"}))
    table, _ = judged(tmp_path / "a.xlsx", book)
    assert [(p.rule, p.cell) for p in table.problems] == [("B06", "P3")]


def test_true_and_one_are_told_apart(tmp_path: Path) -> None:
    book, _ = page_of(project(是否开工=True, 行业代码="3011"), project(**NEXT, 是否开工=1))
    table, _ = judged(tmp_path / "a.xlsx", book)
    assert table.values["is_started"] == [True, True]


def test_rows_and_cells_without_references_are_counted(tmp_path: Path) -> None:
    book, page = page_of(project(), project(**NEXT))
    page["P4"] = "#REF!"
    page["B4"].font = Font(strike=True)
    page.row_dimensions[3].hidden = True
    book.save(tmp_path / "a.xlsx")
    path = rebuilt(
        tmp_path / "a.xlsx", {SHEET: lambda xml: re.sub(rb'(<(?:row|c)\b[^>]*?) r="[A-Z]*\d+"', rb"\1", xml)}
    )
    table, findings = judged(path)
    assert table.rows == [3, 4]
    assert {("XL-ERROR-VALUE", "mandatory", "P4"), ("XL-STRUCK", "verify", "B4")} <= set(told(findings))
    assert table.hidden == ["第3行"]


@pytest.mark.parametrize("typed", [914403001922038000, "9.14403E+17"])
def test_an_18_digit_code_typed_as_a_number_is_refused(tmp_path: Path, typed: object) -> None:
    book, _ = page_of({**project(), "行业代码": "3011"})
    page = book.active
    assert isinstance(page, Worksheet)
    page["Z2"], page["Z3"] = "统一社会信用代码", typed
    _, findings = judged(tmp_path / "a.xlsx", book)
    assert ("B03", "mandatory", "Z3") in told(findings)


def test_a_hidden_sheet_with_data_is_read_and_named(tmp_path: Path) -> None:
    book, page = page_of()
    page.sheet_state = "hidden"
    book.create_sheet("说明")
    table, findings = judged(tmp_path / "a.xlsx", book)
    assert (table.rows, [(f.rule, "工作表“Sheet”" in f.message) for f in findings]) == ([3], [("A11", True)])


def test_a_name_that_comes_six_times_is_told_apart_by_its_parents(tmp_path: Path) -> None:
    kinds = ["土建", "设备", "安装", "土地", "前期", "其他"]
    book = openpyxl.Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    width = len(PROJECT)
    page.append(["重点项目月度调度表（2026年3月）"])
    page.append([*PROJECT, "投资构成"])
    page.append([*[None] * width, *(part for kind in kinds for part in (kind, None))])
    page.append([*[None] * width, *(part for _ in kinds for part in ("本期", "累计"))])
    page.append([*PROJECT.values(), *range(12)])
    page.merge_cells(start_row=2, end_row=2, start_column=width + 1, end_column=width + 12)
    for number in range(6):
        first = width + 1 + 2 * number
        page.merge_cells(start_row=3, end_row=3, start_column=first, end_column=first + 1)
    book.save(tmp_path / "a.xlsx")
    (table,) = read_workbook(tmp_path / "a.xlsx", CATALOG).tables
    assert (table.header_rows, table.rows, table.problems) == ((2, 3, 4), [5], [])
    assert [column.path for column in table.columns if column.path[-1] == "累计"] == [
        ("投资构成", kind, "累计") for kind in kinds
    ]


def test_a_cell_that_names_two_styles_is_read(tmp_path: Path) -> None:
    book, page = page_of()
    page["P3"].number_format = "0!.0,"
    book.save(tmp_path / "a.xlsx")
    path = rebuilt(tmp_path / "a.xlsx", {SHEET: replaced(b'<c r="P3" s="1"', b'<c r="P3" s="1" s="7"')})
    assert judged(path)[0].rows == [3]
