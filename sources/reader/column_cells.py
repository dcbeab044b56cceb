"""The cells of a table column by column: stored values, what merged ranges fill in, what formats show, what is odd."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sources.contract import Field, FieldType
from sources.reader.display import shown_code
from sources.reader.model import Column, Problem, Table
from sources.reader.parse import Cells
from sources.reader.workbook import Sheet

#: Fields whose cells are digits that are no number: leading zeros count.
CODES = frozenset({FieldType.CODE, FieldType.USCC, FieldType.PROJECT_CODE})
#: Merged ranges beyond this are damage, not a leader of many projects.
_TALLEST, _WIDEST = 10_000, 50


class SheetColumns:
    """The columns of one sheet, for the data rows of a table."""

    def __init__(self, sheet: Sheet, rows: list[int], *, epoch_1904: bool = False) -> None:
        self._sheet = sheet
        self._rows = rows
        self._epoch_1904 = epoch_1904
        lines = [sheet.rows[row - 1] for row in rows]
        self._even = all(len(line) == len(lines[0]) for line in lines) if lines else False
        self._columns: Sequence[Sequence[Any]] = list(zip(*lines, strict=True)) if self._even else []
        self._lines = lines
        self._merges = _vertical(sheet)

    def _raws(self, position: int) -> list[Any]:
        if self._even:
            return list(self._columns[position]) if position < len(self._columns) else [None] * len(self._rows)
        return [line[position] if position < len(line) else None for line in self._lines]

    def cells(self, column: Column, field: Field) -> Cells:
        """Return the cells of a column; merged ranges fill the rows that they cover where the field allows it."""
        raws = self._raws(column.index - 1)
        owners = self._merges.get(column.index, {}) if field.fill_merged else {}
        filled: set[int] = set()
        if owners:
            for number, row in enumerate(self._rows):
                if raws[number] is None and row in owners:
                    raws[number] = self._sheet.cell(owners[row], column.index)
                    filled.add(row)
        facts = self._sheet.facts
        fractions: frozenset[int] = frozenset()
        if facts.percent_cells and field.type is FieldType.RATIO:
            places = {row: f"{column.letter}{owners[row] if row in filled else row}" for row in self._rows}
            fractions = frozenset(row for row, cell in places.items() if cell in facts.percent_cells)
        shown = self._shown(column, raws) if facts.formats and field.type in CODES else {}
        return Cells(column, self._rows, raws, frozenset(filled), fractions, shown, self._epoch_1904)

    def _shown(self, column: Column, raws: Sequence[Any]) -> Mapping[int, str]:
        """Row → the text that a format makes of a number that is a code."""
        formats = self._sheet.facts.formats
        found = {}
        for row, raw in zip(self._rows, raws, strict=True):
            code = formats.get(f"{column.letter}{row}")
            if code and isinstance(raw, float) and (text := shown_code(code, raw)):
                found[row] = text
        return found


def _vertical(sheet: Sheet) -> dict[int, dict[int, int]]:
    """Return column → row → first row, for cells that a merged range over several rows covers."""
    height = len(sheet.rows)
    found: dict[int, dict[int, int]] = {}
    for top, left, bottom, right in sheet.merges:
        last = min(bottom, height)
        if last > top and bottom - top < _TALLEST:
            for column in range(left, min(right, left + _WIDEST) + 1):
                found.setdefault(column, {}).update(dict.fromkeys(range(top + 1, last + 1), top))
    return found


def report_valueless(table: Table, sheet: Sheet) -> None:
    """Error cells and formulas without a result show as nothing: name each in the table, and keep what stands there."""
    position = {row: index for index, row in enumerate(table.rows)}
    by_letter = {column.letter: column.field for column in table.columns if column.field}
    for rule, cells in (("XL-ERROR-VALUE", sheet.facts.errors), ("XL-FORMULA-UNCACHED", sheet.facts.uncached)):
        for cell, shown in cells.items():
            letter, row = split(cell)
            field = by_letter.get(letter)
            if field is not None and row in position:
                table.problems.append(Problem(rule, field, row, cell, shown))
                if field in table.raws and table.raws[field][position[row]] is None:
                    table.raws[field][position[row]] = shown


def split(cell: str) -> tuple[str, int]:
    """Return letter and row of an A1 reference; row 0 for anything else."""
    letter = cell.rstrip("0123456789")
    number = cell[len(letter) :]
    return letter, int(number) if 0 < len(number) < 9 else 0
