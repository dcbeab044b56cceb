"""How many projects a sheet says it lists: 一、省级重点项目（4个）, 合计（41个）."""

from __future__ import annotations

import re

from sources.reader.grid import text
from sources.reader.model import RowKind, StatedCount, Table
from sources.reader.workbook import Sheet

_COUNT = re.compile(r"(?:[(（]|共|计)\s*(\d{1,5})\s*[个项家]")


def counts_of(table: Table, sheet: Sheet) -> list[StatedCount]:
    """Return the numbers that section titles, subtotals and totals under the header state in words."""
    found = []
    for other in table.other_rows:
        if other.row <= table.header_rows[-1] or other.kind not in (RowKind.TITLE, RowKind.SUBTOTAL, RowKind.TOTAL):
            continue
        for position, value in enumerate(sheet.rows[other.row - 1]):
            match = _COUNT.search(text(value)) if isinstance(value, str) else None
            if match:
                total = other.kind is RowKind.TOTAL
                found.append(StatedCount(other.row, position + 1, int(match[1]), total))
                break
    return found
