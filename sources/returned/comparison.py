"""The sheet that shows what changed against the submission accepted before."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from typing import Any

from openpyxl.utils import get_column_letter

from sources.returned.changes import ADDED, CHANGED, GONE, Changes
from sources.returned.effects import Effect
from sources.returned.text import put_text
from sources.template import look

COMPARISON_SHEET = "与上期接收版比较"
# No column names of any form: a reader must not take this sheet for one.
_HEADINGS = ("变化情况", "所在行", "变化的列", "接收版的内容", "本次的内容")
_WIDTHS = (10, 44, 30, 30, 30)
_FILLS = {ADDED: "E3F4E3", GONE: "EEEEEE", CHANGED: "FFFFFF"}
#: More changes than this are another list, not a corrected one.
_MOST_LINES = 20_000


@dataclass(frozen=True)
class Comparison:
    """Changes, the sentence that says what is compared with what, and the published figures that they move."""

    said: str
    changes: Changes
    effects: Sequence[Effect] = ()

    @property
    def lines_above(self) -> list[str]:
        """What stands above the list of changes."""
        moved = [f"　{effect.said}" for effect in self.effects]
        return [
            f"{self.changes.summary}。",
            *(["对已发布指标的影响（按已发布的数据来源估算）：", *moved] if moved else []),
        ]


def add_comparison(book: Any, compared: Sequence[Comparison]) -> None:
    """Write the second sheet."""
    sheet = book.create_sheet(COMPARISON_SHEET, 1)
    for column, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    row = 1
    for one in compared:
        row = _section(sheet, row, one) + 2
    look.print_setup(sheet, len(_HEADINGS), 1)


def _section(sheet: Any, row: int, compared: Comparison) -> int:
    above = ((compared.said, look.HEADING), *((text, look.INFO) for text in compared.lines_above))
    for text, font in above:
        cell = sheet.cell(row, 1)
        put_text(cell, text)
        cell.font, cell.alignment = font, look.LINE_LEFT
        row += 1
    lines = compared.changes.lines()
    if not lines:
        return row
    for column, heading in enumerate(_HEADINGS, start=1):
        cell = sheet.cell(row, column)
        put_text(cell, heading)
        cell.font, cell.border, cell.alignment = look.HEADING, look.GRID, look.CENTER
        cell.fill = look.fill(look.HEADER_FILL)
    styles: dict[str, Any] = {}
    for line in lines[:_MOST_LINES]:
        row += 1
        column_said = f"“{line.column}”列" if line.column else ""
        for column, text in enumerate((line.kind, line.row, column_said, line.before, line.after), start=1):
            cell = sheet.cell(row, column)
            if line.kind not in styles:
                cell.font, cell.border, cell.alignment = look.BODY, look.GRID, look.LEFT
                cell.fill, cell.number_format = look.fill(_FILLS[line.kind]), "@"
                styles[line.kind] = copy(cell._style)
            cell._style = copy(styles[line.kind])
            if text:
                put_text(cell, text)
    if len(lines) > _MOST_LINES:
        row += 1
        put_text(sheet.cell(row, 1), f"其余 {len(lines) - _MOST_LINES} 处没有列出。")
    return row
