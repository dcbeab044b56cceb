"""A table's own piece of a sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sources.reader.grid import filled
from sources.reader.locate import Header
from sources.reader.model import RowKind
from sources.reader.workbook import Sheet


@dataclass(frozen=True)
class Part:
    """A table's own piece of a sheet.

    ``sheet`` keeps the rows and columns of the whole, blank where other tables stand and cut behind the last row of
    this one, which begins in row ``first``. ``again`` are rows within it that write its title or header again,
    ``head`` the lines above the first table of the sheet: what they say holds for all.
    """

    sheet: Sheet
    header: Header
    first: int = 1
    again: Mapping[int, RowKind] = field(default_factory=dict)
    head: Sequence[list[Any]] = ()


def cut(sheet: Sheet, first: int, last: int) -> Sheet:
    """Return a sheet with the rows before ``first`` blank and those behind ``last`` cut off."""
    blank: list[list[Any]] = [[]] * (first - 1)
    facts = sheet.facts if last == len(sheet.rows) else replace(sheet.facts, last_row=0)
    return replace(sheet, rows=[*blank, *sheet.rows[first - 1 : last]], facts=facts)


def band(sheet: Sheet, left: int, right: int) -> Sheet:
    """Return a sheet with only the columns from position ``left`` to before ``right``."""
    rows = [[None] * left + row[left:right] if len(row) > left else [] for row in sheet.rows]
    merges = [merge for merge in sheet.merges if left < merge[1] and merge[3] <= right]
    return replace(sheet, rows=rows, merges=merges)


def trimmed(sheet: Sheet, header: Header) -> Sheet:
    """Return a sheet without the blank rows at its end: a table beside it may be longer."""
    last = max((n for n, row in enumerate(sheet.rows, start=1) if filled(row)), default=header.rows[-1])
    return cut(sheet, 1, last)
