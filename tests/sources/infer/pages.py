"""Sheets as departments draw them, written as text: one line per row, cells between strokes."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.utils.cell import range_boundaries

from sources.infer.detect import tables_of
from sources.infer.structure import FoundTable
from sources.reader.workbook import Sheet


def page(drawn: str, merges: Sequence[str] = (), name: str = "Sheet1") -> Sheet:
    """Return a sheet: every line a row, cells separated by ``|``, numbers as numbers, ``~`` an empty line."""
    lines = list(drawn.strip("\n").split("\n"))
    rows = [[] if line.strip() == "~" else [_cell(cell.strip()) for cell in line.split("|")] for line in lines]
    width = max(map(len, rows), default=0)
    ranges = []
    for merge in merges:
        left, top, right, bottom = range_boundaries(merge)
        ranges.append((top, left, bottom, right))
    return Sheet(name, [row + [None] * (width - len(row)) for row in rows], ranges)


def _cell(text: str) -> object:
    if not text:
        return None
    if text.startswith("'"):
        return text[1:]
    try:
        return float(text)
    except ValueError:
        return text.replace("\\n", "\n")


def tables(drawn: str, *merges: str) -> list[FoundTable]:
    """Return the tables found on a drawn sheet."""
    return tables_of(page(drawn, merges))


def table(drawn: str, *merges: str) -> FoundTable:
    """Return the one table found on a drawn sheet."""
    (found,) = tables(drawn, *merges)
    return found


def paths(found: FoundTable) -> dict[str, str]:
    """Return letter → path joined by strokes."""
    return {column.letter: "/".join(column.path) for column in found.columns}


def units(found: FoundTable) -> dict[str, str | None]:
    """Return letter → unit."""
    return {column.letter: column.unit for column in found.columns}
