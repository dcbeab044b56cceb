"""Workbooks as departments send them, with the things that a return must keep, mark or take out."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from tests.workbooks import PROJECT, project

TITLES = list(PROJECT)
LEVEL, TOTAL = "项目级别", "总投资（万元）"
#: Rows of the sheet: a title, a header, then projects from the third row on.
FIRST = 3


def cell_of(title: str, number: int = 0) -> str:
    """Return the cell of a column in the project with this number."""
    return f"{get_column_letter(TITLES.index(title) + 1)}{FIRST + number}"


def write(path: Path, projects: Sequence[dict[str, Any]], period: str, sheet: str = "调度表") -> Path:
    """Write a plain sheet of projects."""
    book = Workbook()
    page = book.worksheets[0]
    page.title = sheet
    page.append([f"重点项目月度调度表（{period}）"])
    page.append(TITLES)
    for row in projects:
        page.append([row[title] for title in TITLES])
    page.merge_cells(f"A1:{get_column_letter(len(TITLES))}1")
    book.save(path)
    return path


def in_halves(path: Path, left: dict[str, Any], right: dict[str, Any], period: str) -> Path:
    """Write a sheet whose list goes on to the right of itself, behind a blank column."""
    write(path, [left], period)
    book = load_workbook(path)
    page = book["调度表"]
    for row, values in enumerate((TITLES, [right[title] for title in TITLES]), start=FIRST - 1):
        for column, value in enumerate(values, start=len(TITLES) + 2):
            page.cell(row, column, value)
    book.save(path)
    return path


def dressed(path: Path) -> Path:
    """Write a workbook with formatting, a comment of its own, formulas of every kind, and three faulty cells."""
    faulty = [
        project(**{LEVEL: "国家级", "项目名称": "甲项目"}),
        project(**{"项目名称": "乙项目", TOTAL: -5}),
        project(**{"项目名称": "=丙项目", "开工以来累计完成投资（万元）": 13000}),
    ]
    write(path, faulty, "2026年3月")
    book = load_workbook(path)
    page = book["调度表"]
    page["B5"].data_type = "s"
    page["A1"].font = Font(name="黑体", size=20, bold=True, color="FFCC0000")
    page["A1"].alignment = Alignment(horizontal="center")
    page.column_dimensions["B"].width = 33.5
    page.row_dimensions[2].height = 41
    page[cell_of(TOTAL, 1)].number_format = "#,##0.000"
    page[cell_of(TOTAL, 1)].fill = PatternFill("solid", fgColor="FF00B050")
    page[cell_of(TOTAL, 1)].comment = Comment("财务已核", "张三")
    page["Z3"], page["Z4"] = "=SUM(R3:R5)", "=[1]Sheet1!$A$1"
    page["Z5"], page["AA3"] = "=cmd|'/c calc'!A0", '=WEBSERVICE("http://example.invalid/")'
    page["AA4"].value, page["AA4"].hyperlink = "点这里", "http://example.invalid/"
    page["AA5"] = "=外部数"
    book.defined_names["外部数"] = DefinedName("外部数", attr_text="[1]Sheet1!$B$2")
    check = DataValidation(type="list", formula1="[1]Sheet1!$A:$A")
    check.add("Z6")
    page.add_data_validation(check)
    page.freeze_panes = "C3"
    book.create_sheet("附表").append(["随表说明", 1])
    book["附表"].sheet_state = "hidden"
    book.save(path)
    return _with_results(path)


def _with_results(path: Path) -> Path:
    """Give the formulas the results that Excel would have stored."""
    stored = {"Z3": "15000", "Z4": "7", "Z5": "8", "AA3": "9", "AA5": "10"}
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    xml = parts["xl/worksheets/sheet1.xml"].decode()
    for cell, result in stored.items():
        before, found, after = xml.partition(f'<c r="{cell}"')
        assert found
        xml = before + found + after.replace("<v />", f"<v>{result}</v>", 1).replace("<v></v>", f"<v>{result}</v>", 1)
    parts["xl/worksheets/sheet1.xml"] = xml.encode()
    return _zip(path, parts)


def with_macros(path: Path, period: str) -> Path:
    """Write a workbook that carries macros."""
    write(path, [project(**{LEVEL: "国家级"})], period)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    macros = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    types = parts["[Content_Types].xml"].replace(kind, macros)
    extra = b'<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    parts["[Content_Types].xml"] = types.replace(b"</Types>", extra)
    parts["xl/vbaProject.bin"] = b"\xd0\xcf macros"
    return _zip(path, parts)


def _zip(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def as_csv(path: Path, period: str) -> Path:
    """Write a text file with a faulty level and a text that looks like a formula."""
    rows = [project(**{LEVEL: "国家级", "项目名称": "=HYPERLINK(1)"}), project()]
    with path.open("w", encoding="gb18030", newline="") as file:
        out = csv.writer(file)
        out.writerow([f"重点项目月度调度表（{period}）"])
        out.writerow(TITLES)
        out.writerows([[row[title] for title in TITLES] for row in rows])
    return path


def as_ods(path: Path, period: str) -> Path:
    """Write an OpenDocument sheet: a dialect that keeps types but is written by nobody here."""
    row = project(**{LEVEL: "国家级"})
    lines = [[f"重点项目月度调度表（{period}）"], TITLES, [row[title] for title in TITLES]]
    body = "".join(f"<table:table-row>{''.join(map(_ods_cell, line))}</table:table-row>" for line in lines)
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (("office", "office"), ("table", "table"), ("text", "text"))
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names}><office:body><office:spreadsheet>'
        f'<table:table table:name="调度表">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    )
    parts = {"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content}
    return _zip(path, {name: text.encode() for name, text in parts.items()})


def _ods_cell(value: Any) -> str:
    if isinstance(value, int):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
