"""Find which form stands on a sheet, and which rows are its header."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sources.contract import Form
from sources.reader.attributes import is_attribute_row
from sources.reader.columns import Vocabulary, bind, vocabulary
from sources.reader.grid import Merges, text
from sources.reader.headers import name_of
from sources.reader.measures import is_strong_unit, is_unit
from sources.reader.relative import relative
from sources.reader.workbook import Sheet

#: A header starts within the first rows of a sheet and has at most this many lines.
SEARCHED_ROWS = 40
TALLEST_HEADER = 6


@dataclass(frozen=True)
class Header:
    """A header block that was understood: ``paths[i]`` is the path of column i + 1, ``fields`` position → field."""

    form: Form
    rows: tuple[int, ...]
    paths: tuple[tuple[str, ...], ...]
    fields: dict[int, str]
    score: tuple[float, ...]

    @property
    def missing(self) -> list[str]:
        """Required fields without a column."""
        bound = set(self.fields.values())
        return [name for name in self.form.required if name not in bound]


def locate(sheet: Sheet, forms: Iterable[Form], *, certain: bool = False) -> Header | None:
    """Return the header that fits one of the forms best, or None when none fits.

    A form fits when at least half of its required columns, and at least two columns, are found. With ``certain`` (the
    sender named the form) two columns are enough.
    """
    merges = Merges.of(sheet, range(1, SEARCHED_ROWS + TALLEST_HEADER + 1))
    starts = _candidates(sheet)
    best: Header | None = None
    for form in forms:
        for header in _blocks(sheet, form, starts, merges):
            if _fits(header, certain) and (best is None or header.score > best.score):
                best = header
    return best


def nearest(sheet: Sheet, forms: Iterable[Form]) -> Header | None:
    """Return the header that comes nearest to a form, however little of it is found: for the message of A13."""
    merges = Merges.of(sheet, range(1, SEARCHED_ROWS + TALLEST_HEADER + 1))
    found = [header for form in forms for header in _blocks(sheet, form, _candidates(sheet), merges) if header.fields]
    return max(found, key=lambda header: header.score, default=None)


def _fits(header: Header, certain: bool) -> bool:
    required = header.form.required or tuple(header.form.fields)
    present = len(required) - len(header.missing)
    return len(header.fields) >= 2 and (certain or present * 2 >= len(required))


def _candidates(sheet: Sheet) -> list[int]:
    """Return rows (from 1) with at least two texts: where a header may start."""
    return [
        number
        for number, row in enumerate(sheet.rows[:SEARCHED_ROWS], start=1)
        if sum(1 for value in row if isinstance(value, str) and value.strip()) >= 2
    ]


def _blocks(sheet: Sheet, form: Form, starts: Sequence[int], merges: Merges) -> Iterable[Header]:
    words = vocabulary(form)
    names = {name_of(title) for title in (form.title, *form.aliases)}
    telling = {row for row in starts if _known_names(sheet, row, words) >= 2}
    for start in starts:
        for height in range(1, TALLEST_HEADER + 1):
            rows = tuple(range(start, start + height))
            if rows[-1] > len(sheet.rows) or _holds_values(sheet.rows[rows[-1] - 1]):
                break
            if telling.isdisjoint(rows):
                continue
            paths = header_paths(sheet, rows, merges)
            fields = bind(relative(paths), words)
            if len(fields) < 2:
                continue
            titled = _titled(sheet, start, names)
            doubt = sum(found[0] for path in paths if (found := words.field(path)))
            score = (len(fields) + 3 * titled, len(fields) / len(form.fields), -doubt, -height, -start)
            yield Header(form, rows, paths, fields, score)


def _holds_values(row: list[Any]) -> bool:
    """Say whether a row holds numbers that name no column: years, months and column numbers do."""
    numbers = [value for value in row if isinstance(value, float)]
    return sum(1 for value in numbers if not value.is_integer() or 31 < abs(value) < 1900 or abs(value) > 2100) >= 2


def _known_names(sheet: Sheet, row: int, words: Vocabulary) -> int:
    """Count the cells of a row that are a field's name or part of one: a data row has hardly any."""
    names = [name_of(value) for value in sheet.rows[row - 1] if isinstance(value, str)]
    return sum(1 for name in names if len(name) >= 2 and name in words.all_names)


def _titled(sheet: Sheet, start: int, names: set[str]) -> bool:
    """Say whether a row above the header, or the sheet's name, holds the form's title."""
    above = (text(value) for row in sheet.rows[: start - 1] for value in row if isinstance(value, str))
    said = [name_of(value) for value in (*above, sheet.name)]
    return any(name in value for value in said for name in names)


def header_paths(sheet: Sheet, rows: tuple[int, ...], merges: Merges) -> tuple[tuple[str, ...], ...]:
    """Return the header path of each column over the given rows, parents filled from merged or blank neighbours."""
    width = max((len(sheet.rows[row - 1]) for row in rows), default=0)
    lines = [
        [_header_text(merges.value(sheet, row, column), measured) for column in range(1, width + 1)]
        for row in rows
        for measured in [is_attribute_row(sheet, row)]
    ]
    for upper, lower in itertools.pairwise(lines):
        _fill_parents(upper, lower)
    return tuple(_path([line[position] for line in lines]) for position in range(width))


def _header_text(value: Any, measured: bool) -> str:
    """Return a header cell's text; a cell that holds nothing but a unit belongs to the unit, not to the name.

    A short measure word (项, 人) is a unit only in a row of units (``measured``), else a name: 类 款 项.
    """
    shown = text(value)
    return "" if is_unit(shown) and (measured or is_strong_unit(shown)) else shown


def _fill_parents(upper: list[str], lower: list[str]) -> None:
    """Carry a parent over the blank cells to its right that have a child: departments forget to merge."""
    for position in range(1, len(upper)):
        left_is_parent = upper[position - 1] and lower[position - 1] and lower[position - 1] != upper[position - 1]
        if not upper[position] and lower[position] and left_is_parent:
            upper[position] = upper[position - 1]


def _path(texts: Sequence[str]) -> tuple[str, ...]:
    path: list[str] = []
    for value in texts:
        if value and (not path or path[-1] != value):
            path.append(value)
    return tuple(path)
