"""How many projects a sheet says it lists: 一、省级重点项目（4个）, 合计（41个）, 共上报在谈项目12个（新增2个）."""

from __future__ import annotations

import re

from sources.reader.grid import text
from sources.reader.model import OtherRow, RowKind, StatedCount, Table
from sources.reader.workbook import Sheet

_COUNT = re.compile(r"(?:[(（]|共|计)\s*(\d{1,5})\s*[个项家]")
#: The sentence over the header names what it counts between 共 and the number.
_HEADLINE = re.compile(r"共[^\d，,。；;（(]{0,12}(\d{1,5})\s*[个项家]")
_STATING = (RowKind.TITLE, RowKind.SUBTOTAL, RowKind.TOTAL)


def counts_of(table: Table, sheet: Sheet) -> list[StatedCount]:
    """Return the numbers that the sentence over the header, section titles, subtotals and totals state in words."""
    found = []
    for other in table.other_rows:
        above = other.row < table.header_rows[0]
        if above or (other.row > table.header_rows[-1] and other.kind in _STATING):
            found += _stated(other, sheet, above)
    return found


def _stated(other: OtherRow, sheet: Sheet, above: bool) -> list[StatedCount]:
    """Return the first number that a row states, as a list of one or none."""
    for position, value in enumerate(sheet.rows[other.row - 1]):
        match = (_HEADLINE if above else _COUNT).search(text(value)) if isinstance(value, str) else None
        if match:
            return [StatedCount(other.row, position + 1, int(match[1]), other.kind is RowKind.TOTAL, above)]
    return []
