"""Pictures of a sheet's area: the cells around one cell as texts, with the letters and numbers that Excel shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl.utils import get_column_letter

from sources.reader.apart import apart
from sources.reader.model import raw_text
from sources.reader.sheet_name import worksheet_of
from sources.reader.workbook import Sheet, open_workbook

#: Cells shown before and behind the marked one.
ROWS, COLUMNS = 2, 3
_LONGEST = 60
MASKED = "＊＊＊"


@dataclass(frozen=True)
class Place:
    """A cell (row and column from 1) on a sheet; the line of headings to show above; columns not to be shown."""

    sheet: str
    row: int
    column: int
    header_row: int | None = None
    masked: frozenset[int] = frozenset()


def pictures(path: Path, places: Sequence[Place]) -> list[dict[str, Any] | None]:
    """Return a picture per place, None where the workbook has no such sheet.

    Keys: ``sheet``, ``letters`` (of the columns), ``rows``: ``number``, ``is_header`` and ``cells`` with ``text`` and
    ``marked``. The file is opened in a process of its own. Raises ``UnreadableError``.
    """
    return apart(lambda: _draw_all(path, places))


def _draw_all(path: Path, places: Sequence[Place]) -> list[dict[str, Any] | None]:
    sheets = {sheet.name: sheet for sheet in open_workbook(path).sheets}
    pages = (sheets.get(worksheet_of(place.sheet)) for place in places)
    return [_draw(page, place) if page else None for page, place in zip(pages, places, strict=True)]


def _draw(sheet: Sheet, place: Place) -> dict[str, Any]:
    columns = range(max(1, place.column - COLUMNS), place.column + COLUMNS + 1)
    rows = list(range(max(1, place.row - ROWS), place.row + ROWS + 1))
    if place.header_row is not None and place.header_row < rows[0]:
        rows.insert(0, place.header_row)
    return {
        "sheet": sheet.name,
        "letters": [get_column_letter(column) for column in columns],
        "rows": [
            {
                "number": row,
                "is_header": row == place.header_row,
                "cells": [_cell(sheet, place, row, column) for column in columns],
            }
            for row in rows
        ],
    }


def _cell(sheet: Sheet, place: Place, row: int, column: int) -> dict[str, Any]:
    text = raw_text(sheet.cell(row, column)).removesuffix(" 00:00:00").replace("\n", " ")
    is_hidden = column in place.masked and row != place.header_row and bool(text)
    shown = MASKED if is_hidden else text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return {"text": shown, "marked": (row, column) == (place.row, place.column)}
