"""A sheet that is built cell by cell, by readers of formats whose cells come with positions and repetitions."""

from __future__ import annotations

from typing import Any

from openpyxl.utils import get_column_letter

from sources.reader.facts import SheetFacts
from sources.reader.refusal import MERGES, check_area, too_large


class Placed:
    """Cells by position while a sheet is read; ``rows`` gives the grid at the end."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.cells: dict[tuple[int, int], Any] = {}
        self.merges: list[tuple[int, int, int, int]] = []
        self.facts = SheetFacts()
        self.visible = True

    def put(self, row: int, column: int, value: Any) -> None:
        """Place a value; blanks take no room."""
        if value is None or value == "":
            return
        self.cells[row, column] = value
        if len(self.cells) % 65536 == 0:
            check_area(self.name, len(self.cells), 1)

    def merge(self, row: int, column: int, down: int, across: int) -> None:
        """Merge a cell with the ``down`` rows under it and the ``across`` columns to its right."""
        if down > 0 or across > 0:
            self.merges.append((row, column, row + down, column + across))
            if len(self.merges) > MERGES:
                raise too_large(f"工作表“{self.name}”的合并单元格超过{MERGES:,}处，请取消合并后再报送")

    def rows(self) -> list[list[Any]]:
        """Return the grid from A1 to the last filled cell."""
        height = max((row for row, _ in self.cells), default=0)
        width = max((column for _, column in self.cells), default=0)
        check_area(self.name, height, width)
        grid: list[list[Any]] = [[None] * width for _ in range(height)]
        for (row, column), value in self.cells.items():
            grid[row - 1][column - 1] = value
        return grid


def a1(row: int, column: int) -> str:
    """Return the A1 name of a cell."""
    return f"{get_column_letter(min(column, 18278))}{row}"
