"""Hazards of single cells and their references: ditto marks, codes as numbers, cells without an address."""

from __future__ import annotations

import itertools
import re
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from sources.reader.model import CoercionKind
from sources.reader.read import read_workbook
from tests.sources.reader.hostile import SHEET, rebuilt, replaced
from tests.sources.reader.judged import CATALOG, NEXT, judged, page_of, told
from tests.workbooks import PROJECT, project


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


@pytest.mark.parametrize("kept", [0, 1])
def test_cells_without_references_are_counted_however_far_down_they_begin(tmp_path: Path, kept: int) -> None:
    """All cells of the last row but the first ``kept``, behind more markup than is looked at for rows."""
    projects = [project(序号=number, 项目名称=f"{number}期") for number in range(1, 101)]
    book, page = page_of(*projects)
    page["P102"] = "#REF!"
    book.save(tmp_path / "a.xlsx")

    def bare(xml: bytes) -> bytes:
        start = xml.index(b'<row r="102"')
        assert start > 1 << 17
        seen = itertools.count()
        return xml[:start] + re.sub(
            rb'<c r="[A-Z]+102"', lambda tag: tag[0] if next(seen) < kept else b"<c", xml[start:]
        )

    table, findings = judged(rebuilt(tmp_path / "a.xlsx", {SHEET: bare}))
    assert (len(table.rows), table.values["project_name"][-1]) == (100, "100期")
    assert ("XL-ERROR-VALUE", "mandatory", "P102") in told(findings)


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
