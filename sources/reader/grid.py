"""Questions about cells: their text, their row, the merged range they lie in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sources.reader.headers import plain
from sources.reader.model import raw_text
from sources.reader.workbook import Merge, Sheet


def text(value: Any) -> str:
    """Return a cell's text for comparing: NFKC, no blanks."""
    return plain(value) if isinstance(value, str) else raw_text(value)


def filled(row: Sequence[Any]) -> list[int]:
    """Return the positions (from 0) of the cells that hold something."""
    return [
        position
        for position, value in enumerate(row)
        if value is not None and (value.__class__ is not str or plain(value))
    ]


@dataclass
class Merges:
    """The merged ranges of a sheet by the cells that they cover."""

    owner: dict[tuple[int, int], Merge]

    @classmethod
    def of(cls, sheet: Sheet, rows: range | None = None) -> Merges:
        """Index the merged ranges that touch ``rows``. Ranges of more than 100,000 cells are ignored as damage."""
        owner: dict[tuple[int, int], Merge] = {}
        for merge in sheet.merges:
            top, left, bottom, right = merge
            if (bottom - top + 1) * (right - left + 1) > 100_000:
                continue
            if rows is not None:
                top, bottom = max(top, rows.start), min(bottom, rows.stop - 1)
            for row in range(top, bottom + 1):
                for column in range(left, right + 1):
                    owner[row, column] = merge
        return cls(owner)

    def value(self, sheet: Sheet, row: int, column: int) -> Any:
        """Return the value shown at a cell: its own, or the first cell's of its merged range."""
        merge = self.owner.get((row, column))
        return sheet.cell(merge[0], merge[1]) if merge else sheet.cell(row, column)
