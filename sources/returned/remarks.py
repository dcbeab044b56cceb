"""The sheet with what the desk and the department wrote to each other about a submission and its faults."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from openpyxl.utils import get_column_letter

from sources.returned.text import put_text
from sources.template import look

REMARKS_SHEET = "往来留言"
# No column names of any form: a reader must not take this sheet for one.
_HEADINGS = ("谈的是", "哪一方写的", "何时写的", "写了什么")
_WIDTHS = (44, 14, 18, 80)


@dataclass(frozen=True)
class Remark:
    """One message: what it is about and which side wrote it, in words; ``written_at`` is Shanghai time."""

    about: str
    side: str
    written_at: datetime
    text: str


def add_remarks(book: Any, remarks: Sequence[Remark], position: int) -> None:
    """Write the sheet, the remarks in the order given, at a position among the sheets."""
    sheet = book.create_sheet(REMARKS_SHEET, position)
    for column, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    title = sheet.cell(1, 1)
    put_text(title, "汇总岗与部门的留言；要答复，请登录门户在原处写。")
    title.font, title.alignment = look.INFO, look.LINE_LEFT
    for column, heading in enumerate(_HEADINGS, start=1):
        cell = sheet.cell(2, column)
        put_text(cell, heading)
        cell.font, cell.border, cell.alignment = look.HEADING, look.GRID, look.CENTER
        cell.fill = look.fill(look.HEADER_FILL)
    for row, one in enumerate(remarks, start=3):
        for column, text in enumerate((one.about, one.side, f"{one.written_at:%Y-%m-%d %H:%M}", one.text), start=1):
            cell = sheet.cell(row, column)
            cell.font, cell.border, cell.alignment, cell.number_format = look.BODY, look.GRID, look.LEFT, "@"
            put_text(cell, text)
    look.print_setup(sheet, len(_HEADINGS), 2)
