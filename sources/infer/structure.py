"""The structure of a workbook: its tables, their rows by kind, their columns by path."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from openpyxl.utils import get_column_letter


class ColumnKind(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"
    CODE = "code"
    TEXT = "text"


@dataclass(frozen=True)
class FoundColumn:
    """One column: ``index`` counts from 1, ``path`` is the header from top to leaf without the unit."""

    index: int
    path: tuple[str, ...]
    unit: str | None
    kind: ColumnKind

    @property
    def letter(self) -> str:
        """The letter that Excel shows."""
        return get_column_letter(self.index)


@dataclass
class FoundTable:
    """One table of a sheet. Rows are sheet rows from 1; ``data`` is first and last record, sums and headings between included."""

    sheet: str
    header: list[int]
    data: tuple[int, int]
    columns: list[FoundColumn]
    titles: list[int] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)
    sections: list[int] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    units: list[int] = field(default_factory=list)
    blanks: list[int] = field(default_factory=list)
    #: Text of the title lines, for naming the table and finding its period.
    title_texts: list[str] = field(default_factory=list)

    @property
    def range(self) -> str:
        """First header row to last data, total or section row, over all columns."""
        last = max([self.data[1], *self.totals, *self.sections])
        left, right = self.columns[0], self.columns[-1]
        return f"{left.letter}{self.header[0]}:{right.letter}{last}"

    @property
    def records(self) -> list[int]:
        """The rows that hold records."""
        other = {*self.totals, *self.sections, *self.blanks, *self.notes}
        return [row for row in range(self.data[0], self.data[1] + 1) if row not in other]


def as_json(file: str, tables: list[FoundTable]) -> dict[str, Any]:
    """Return the structure of a file as one JSON object: true rows, Excel letters, null for no unit."""
    sheets = list(dict.fromkeys(table.sheet for table in tables))
    head: dict[str, Any] = {"file": file}
    if len(sheets) == 1:
        head["sheet"] = sheets[0]
    return {**head, "tables": [_table(table) for table in tables]}


def _table(table: FoundTable) -> dict[str, Any]:
    return {
        "sheet": table.sheet,
        "range": table.range,
        "title_rows": table.titles,
        "header_rows": table.header,
        "data_rows": list(table.data),
        "total_rows": table.totals,
        "section_rows": table.sections,
        "note_rows": table.notes,
        "unit_rows": table.units,
        "blank_rows": table.blanks,
        "columns": [
            {"column": column.letter, "path": list(column.path), "unit": column.unit, "kind": column.kind.value}
            for column in table.columns
        ],
    }
