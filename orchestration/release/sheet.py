"""Sheets for people: headings that stay in view, numbers as numbers, and text that never becomes a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

#: What a sheet holds (Excel's own limit), the heading included, and what one cell holds.
MAX_ROWS = 1_048_576
MAX_TEXT = 32_767
#: Whole numbers with more digits than this lose them in Excel; they are written as text.
EXACT_DIGITS = 15

_HEADING = Font(bold=True)
_SHADE = PatternFill("solid", fgColor="DDE7F0")
_WRAPPED = Alignment(vertical="top", wrap_text=True)


class TooManyRowsError(ValueError):
    """More rows than a sheet holds."""


def add_sheet(
    book: Workbook, title: str, headings: Sequence[str], rows: Iterable[Sequence[Any]], widths: Sequence[int] = ()
) -> int:
    """Append a sheet to a write-only workbook and return the number of rows written (without the heading).

    ``widths`` are in characters; columns without one keep Excel's default. Raises ``TooManyRowsError``.
    """
    # Any: openpyxl's stubs do not know what a write-only sheet shares with an ordinary one.
    sheet: Any = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for index, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    sheet.append([_heading(sheet, heading) for heading in headings])
    count = 0
    for count, row in enumerate(rows, start=1):
        if count >= MAX_ROWS:
            raise TooManyRowsError
        sheet.append([_cell(sheet, value, wrap=bool(widths)) for value in row])
    if headings:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{count + 1}"
    return count


def _heading(sheet: WriteOnlyWorksheet, text: str) -> Cell:
    cell = _text(sheet, text)
    cell.font, cell.fill, cell.alignment = _HEADING, _SHADE, _WRAPPED
    return cell


def _cell(sheet: WriteOnlyWorksheet, value: Any, *, wrap: bool) -> Any:
    if value is None or isinstance(value, bool | float | Decimal):
        return value
    if isinstance(value, int):
        return value if abs(value) < 10**EXACT_DIGITS else _text(sheet, str(value))
    if isinstance(value, datetime):
        # Excel knows no time zones; what is stored is Shanghai time already.
        return value.replace(tzinfo=None)
    if isinstance(value, date):
        return value
    cell = _text(sheet, str(value))
    if wrap:
        cell.alignment = _WRAPPED
    return cell


def _text(sheet: WriteOnlyWorksheet, text: str) -> Cell:
    cell: Cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", text)[:MAX_TEXT])
    # openpyxl takes a leading = for a formula.
    cell.data_type = "s"
    return cell
