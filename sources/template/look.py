"""The look of what we write: one quiet palette, thin lines, readable on paper."""

from __future__ import annotations

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

FACE = "微软雅黑"
INK, GREY, LINE = "1F2933", "8A94A0", "C9D1DA"
HEADER_FILL, REQUIRED_FILL = "E8EEF5", "FCE8D5"

TITLE = Font(name=FACE, size=16, bold=True, color=INK)
INFO = Font(name=FACE, size=10, color=INK)
SMALL = Font(name=FACE, size=8, color=GREY)
HEADING = Font(name=FACE, size=10, bold=True, color=INK)
BODY = Font(name=FACE, size=10, color=INK)

_side = Side(style="thin", color=LINE)
GRID = Border(left=_side, right=_side, top=_side, bottom=_side)

CENTER = Alignment(horizontal="center", vertical="center", wrap_text=True)
LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
RIGHT = Alignment(horizontal="right", vertical="center")
LINE_LEFT = Alignment(horizontal="left", vertical="center")

A3, A4 = 8, 9
#: More columns than this do not fit an A4 page.
WIDE = 16


def fill(color: str) -> PatternFill:
    """Return a solid fill."""
    return PatternFill("solid", fgColor=color)


def write_text(cell: Cell | MergedCell, text: str) -> None:
    """Write a text that stays a text: ``=1+1`` shows as typed and is never computed."""
    if isinstance(cell, MergedCell):
        raise ValueError(f"{cell.coordinate} 已并入左上方的单元格")
    cell.value = text
    cell.data_type = "s"
    if text[:1] in ("=", "+", "-", "@"):
        cell.quotePrefix = True


def print_setup(sheet: Worksheet, columns: int, header_row: int) -> None:
    """Landscape, all columns on one page's width, the header repeated on every page, page numbers below."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A3 if columns > WIDE else A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"1:{header_row}"
    sheet.print_options.horizontalCentered = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.6
    if sheet.oddFooter is not None and sheet.oddFooter.center is not None:
        sheet.oddFooter.center.text = "第 &P 页 共 &N 页"
