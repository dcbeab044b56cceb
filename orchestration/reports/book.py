"""A paper as a workbook: its text on one sheet, each table on its own, numbers as numbers, charts as native charts."""

from __future__ import annotations

import io
import math
import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from orchestration.reports.chart import bars
from orchestration.reports.frozen import frozen
from orchestration.reports.paper import Cell, Paper, Table

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LINE = Side(style="thin", color="999999")
_FRAME = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_SHADE = PatternFill("solid", fgColor="F2DEDE")
#: Width in characters of a share of a table's width.
_SHARE = 3
_TEXT_WIDTH = 74
#: Width in characters that a date needs: a narrower column shows ###.
_DATE_WIDTH = 12
#: Height of a line in points.
_LINE_HEIGHT = 15


def workbook_of(paper: Paper) -> bytes:
    """Return a paper as an .xlsx. The same paper gives the same bytes."""
    book = Workbook()
    _write_text(book.active, paper)
    for table in (block for block in paper.blocks if isinstance(block, Table)):
        _write_table(book.create_sheet(_title(table.caption, book.sheetnames)), table, paper)
    properties = book.properties
    properties.title, properties.creator, properties.identifier = paper.title, "台账", paper.release_id
    written = io.BytesIO()
    book.save(written)
    return frozen(written.getvalue(), paper.released_at)


def _write_text(sheet: Any, paper: Paper) -> None:
    sheet.title = "正文"
    sheet.column_dimensions["A"].width = _TEXT_WIDTH
    closing = f"数据截至 {paper.dated}；数据版本 {paper.release_id}"
    texts = [paper.issuer, paper.number, paper.title]
    texts += [block.caption if isinstance(block, Table) else block.text for block in paper.blocks]
    for number, text in enumerate([*texts, closing], start=1):
        _put(sheet.cell(number, 1), text)
        sheet.cell(number, 1).alignment = Alignment(wrap_text=True, vertical="top")
    sheet["A1"].font = Font(bold=True, size=20, color="C8101E")
    sheet["A3"].font = Font(bold=True, size=16)
    _fit_heights(sheet)
    sheet.row_dimensions[1].height, sheet.row_dimensions[3].height = 2 * _LINE_HEIGHT, 2 * _LINE_HEIGHT
    _set_print(sheet, is_landscape=False)


def _write_table(sheet: Any, table: Table, paper: Paper) -> None:
    for column, heading in enumerate(table.headings, start=1):
        cell = sheet.cell(1, column)
        _put(cell, heading)
        cell.font, cell.fill, cell.border = Font(bold=True), _SHADE, _FRAME
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        share = table.widths[column - 1] if table.widths else _SHARE
        needed = _DATE_WIDTH if any(isinstance(row[column - 1], date) for row in table.rows) else 8
        sheet.column_dimensions[get_column_letter(column)].width = max(needed, share * _SHARE)
    for number, row in enumerate(table.rows, start=2):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(number, column)
            _put(cell, value)
            cell.border, cell.alignment = _FRAME, Alignment(vertical="top", wrap_text=True)
    _fit_heights(sheet)
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    _set_print(sheet, is_landscape=paper.is_landscape)
    if table.chart and table.rows:
        _add_chart(sheet, table)


def _add_chart(sheet: Any, table: Table) -> None:
    label, value = table.chart or (0, 0)
    sheet.add_chart(bars(table, sheet, label + 1, value + 1), f"A{len(table.rows) + 4}")


def _set_print(sheet: Any, *, is_landscape: bool) -> None:
    sheet.page_setup.orientation = "landscape" if is_landscape else "portrait"
    sheet.oddFooter.center.text = "— &P —"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _fit_heights(sheet: Any) -> None:
    """Make each row as high as its longest wrapped text: not every program does so on opening."""
    for number, row in enumerate(sheet.iter_rows(), start=1):
        lines = (
            math.ceil(_columns(cell.value) / (sheet.column_dimensions[cell.column_letter].width - 1))
            for cell in row
            if isinstance(cell.value, str)
        )
        sheet.row_dimensions[number].height = _LINE_HEIGHT * max(lines, default=1)


def _columns(text: str) -> int:
    """Return how many columns of type a text takes; a Chinese character takes two."""
    return sum(1 + (unicodedata.east_asian_width(letter) in "WF") for letter in text) or 1


def _put(cell: Any, value: Cell) -> None:
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        # openpyxl takes a leading = for a formula.
        cell.data_type = "s"
    else:
        cell.value = value
        if isinstance(value, Decimal):
            cell.number_format = "#,##0.00"


def _title(caption: str, taken: list[str]) -> str:
    """Return a sheet title that Excel accepts: 31 characters, unlike the others."""
    plain = _FORBIDDEN.sub("", caption)[:28]
    return plain if plain not in taken else f"{plain}{len(taken)}"
