"""Sheets with one row per item: what the form has as columns stands below each other, records stand side by side.

A form declares this layout (``items_down``). The sheet is read as if it were laid out like the form: a header of the
form's own titles in the row of its header, and under it one row per record, so that nothing behind this module knows.
Every cell then gets back the address at which it stands (``Rearranged.restore``).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from openpyxl.utils import get_column_letter

from sources.contract import Form, ItemsDown
from sources.reader.columns import vocabulary
from sources.reader.facts import SheetFacts
from sources.reader.grid import Merges, text
from sources.reader.headers import name_of, unit_of
from sources.reader.locate import SEARCHED_ROWS, TALLEST_HEADER, header_paths
from sources.reader.model import Coercion, CoercionKind, Table, raw_text
from sources.reader.workbook import Sheet

#: 一、 1. （二） before an item, 其中：and 减：
_NUMBERED = re.compile(
    r"^\s*(?:(?:[(（][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十\d]+[、.．])\s*)?(?:其中[:：]?|[减加][:：])?"
)
#: So many items are no accident.
_ITEMS = 3

Place = tuple[int, int]


@dataclass(frozen=True)
class Rearranged:
    """A sheet as the form lays it out, and where each of its cells really stands (row and column, from 1)."""

    sheet: Sheet
    places: Mapping[Place, Place]

    def restore(self, table: Table) -> None:
        """Give every cell of the table the address at which it stands; each value remembers its own."""
        for column, row in itertools.product([one for one in table.columns if one.field], table.rows):
            place = self.places.get((row, column.index))
            if place and column.field:
                table.moved[column.field, row] = _a1(place)
        real: dict[str | None, str] = {_a1(seen): _a1(stands) for seen, stands in self.places.items()}
        table.problems = [replace(one, cell=real.get(one.cell, one.cell)) for one in table.problems]
        table.hazards = [replace(one, cell=real.get(one.cell, one.cell)) for one in table.hazards]
        told = [replace(one, cell=table.moved.get((one.field, one.row), one.cell)) for one in table.coercions]
        known = {(one.field, one.row) for one in told}
        table.coercions = told + [
            Coercion(field, row, cell, raw_text(raw), CoercionKind.LAYOUT)
            for (field, row), cell in table.moved.items()
            if field in table.raws and (field, row) not in known
            for raw in [table.raws[field][table.rows.index(row)]]
            if raw is not None
        ]
        first = table.rows[0] if table.rows else 0
        table.columns = [
            replace(one, index=self.places.get((first, one.index), (0, one.index))[1]) for one in table.columns
        ]


def rearranged(sheet: Sheet, forms: Iterable[Form]) -> Rearranged | None:
    """Return the sheet as a form lays it out when it has one row per item of that form, else None."""
    for form in forms:
        if form.items_down is not None:
            found = _Items.find(sheet, form, form.items_down)
            if found is not None:
                return found.rearranged()
    return None


@dataclass(frozen=True)
class _Items:
    """A table with items down: the last row of its header, the column of the items, row → item, header of each column."""

    sheet: Sheet
    form: Form
    shape: ItemsDown
    header: range
    items: Mapping[int, str]
    paths: Mapping[int, tuple[str, ...]]

    @classmethod
    def find(cls, sheet: Sheet, form: Form, shape: ItemsDown) -> _Items | None:
        """Find the header: a cell that is headed as items are, with items of the form right below it."""
        headings = {name_of(word) for word in shape.heading}
        for number, row in enumerate(sheet.rows[:SEARCHED_ROWS], start=1):
            for column, value in enumerate(row, start=1):
                if isinstance(value, str) and name_of(value) in headings:
                    return cls._below(sheet, form, shape, (number, column))
        return None

    @classmethod
    def _below(cls, sheet: Sheet, form: Form, shape: ItemsDown, at: Place) -> _Items | None:
        row, column = at
        items = {}
        for number in range(row + 1, len(sheet.rows) + 1):
            item = _item(sheet.cell(number, column))
            if item and (item == name_of(shape.total) or _part(form, shape, item, shape.usual)):
                items[number] = item
        first = min(items, default=0)
        if len(items) < _ITEMS or first - row > TALLEST_HEADER:
            return None
        header = range(row, first)
        merges = Merges.of(sheet, header)
        paths = header_paths(sheet, tuple(header), merges)
        known = {at + 1: path for at, path in enumerate(paths) if at + 1 > column and path}
        return cls(sheet, form, shape, header, items, known)

    def rearranged(self) -> Rearranged:
        """Return the sheet as the form lays it out."""
        cells = self._cells()
        named = {record for _, record, _ in cells} - {None}
        # Beside columns of named records, one without a name is a remark or a sum.
        cells = [one for one in cells if one[1] in named or not named]
        records = list(dict.fromkeys(record for _, record, _ in cells))
        fields = [self.shape.record, *dict.fromkeys(field for field, _, _ in cells)]
        top, places = self.header[-1], {}
        rows: list[list[Any]] = [list(row) for row in self.sheet.rows[: self.header[0] - 1]]
        rows += [[] for _ in self.header[:-1]] + [self._titles(fields, cells)]
        lines: list[list[Any]] = [[record or self._said()] + [None] * (len(fields) - 1) for record in records]
        for field, record, place in cells:
            line, position = records.index(record), fields.index(field)
            if lines[line][position] is None:
                lines[line][position] = self.sheet.cell(*place)
                places[top + 1 + line, position + 1] = place
        rows += lines
        last = max(self.items)
        rows += [[] for _ in range(last - len(rows))]
        rows += [list(row) for row in self.sheet.rows[last:]]
        return Rearranged(replace(self.sheet, rows=rows, merges=[], facts=self._facts(places)), places)

    def _cells(self) -> list[tuple[str, str | None, Place]]:
        """Return field, record and place of every cell that the form has a column for."""
        found = []
        for row, item in self.items.items():
            for column, path in self.paths.items():
                field = self._field(item, tuple(part for part in path if part != self._record(path)))
                if field:
                    found.append((field, self._record(path), (row, column)))
        return found

    def _field(self, item: str, measure: tuple[str, ...]) -> str | None:
        if item == name_of(self.shape.total):
            words = vocabulary(self.form)
            found = words.exact.get(item + self._measure(measure)) or words.field(measure)
            return found[1] if isinstance(found, tuple) else found
        return _part(self.form, self.shape, item, self._measure(measure))

    def _measure(self, measure: tuple[str, ...]) -> str:
        """Return what a column says of an item, as the form calls it: 1–3月累计 → 累计."""
        said = name_of("".join(measure))
        for word, spellings in self.shape.measures.items():
            if said in {name_of(one) for one in (word, *spellings)}:
                return name_of(word)
        return said

    def _record(self, path: tuple[str, ...]) -> str | None:
        """Return which record a column belongs to, when its header says so."""
        values = self.form.fields[self.shape.record].values
        return next((part for part in path if text(part) in values), None)

    def _said(self) -> str | None:
        """Return the record that the lines above the table, or the sheet's name, speak of."""
        above = [text(cell) for row in self.sheet.rows[: self.header[0] - 1] for cell in row if isinstance(cell, str)]
        values = self.form.fields[self.shape.record].values
        return next((value for line in (*above, self.sheet.name) for value in values if value in line), None)

    def _titles(self, fields: list[str], cells: list[tuple[str, str | None, Place]]) -> list[Any]:
        units: dict[str, str | None] = {}
        for field, _, (_, column) in cells:
            path = self.paths[column]
            unit = next((unit.name for part in reversed(path) if (unit := unit_of(part))), None)
            units.setdefault(field, unit or ("%" if any("%" in part for part in path) else None))
        declared = self.form.fields
        return [declared[name].title + (f"（{units[name]}）" if units.get(name) else "") for name in fields]

    def _facts(self, places: Mapping[Place, Place]) -> SheetFacts:
        """Return what the sheet's facts say of its cells, at the places where they are seen."""
        facts = self.sheet.facts
        seen = {_a1(stands): _a1(at) for at, stands in places.items()}

        def moved(told: Mapping[str, str]) -> dict[str, str]:
            return {seen[cell]: value for cell, value in told.items() if cell in seen}

        return SheetFacts(
            hidden=facts.hidden,
            errors=moved(facts.errors),
            uncached=moved(facts.uncached),
            comments=moved(facts.comments),
            struck=moved(facts.struck),
            formats=moved(facts.formats),
            percent_cells=frozenset(seen[cell] for cell in facts.percent_cells if cell in seen),
        )


def _item(value: Any) -> str:
    return name_of(_NUMBERED.sub("", value, count=1)) if isinstance(value, str) else ""


def _part(form: Form, shape: ItemsDown, item: str, measure: str) -> str | None:
    """Return the field of an item and what a column says of it; by its own name it is what is usually told (累计)."""
    exact = vocabulary(form).exact
    found = exact.get(item + name_of(measure))
    return found or (exact.get(item) if name_of(measure) == name_of(shape.usual) else None)


def _a1(place: Place) -> str:
    return f"{get_column_letter(place[1])}{place[0]}"
