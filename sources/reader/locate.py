"""Find which form stands on a sheet, and which rows are its header."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sources.contract import Form
from sources.reader.attributes import is_attribute_row
from sources.reader.columns import bind, vocabulary
from sources.reader.grid import Merges, filled, text
from sources.reader.headers import name_of
from sources.reader.measures import is_strong_unit, is_unit
from sources.reader.relative import Path, relative
from sources.reader.workbook import Sheet

_YEAR = re.compile(r"(?:19|20)\d\d$")
_MONTH = re.compile(r"(?:19|20)\d\d\.(?:0?[1-9]|1[0-2])$")
#: A header starts within so many rows from the first that holds something, and has at most this many lines.
SEARCHED_ROWS = 40
TALLEST_HEADER = 6


@dataclass(frozen=True)
class Header:
    """A header block that was understood: ``paths[i]`` is the path of column i + 1, ``fields`` position → field."""

    form: Form
    rows: tuple[int, ...]
    paths: tuple[Path, ...]
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
    best: Header | None = None
    search = _Search(sheet)
    for form in forms:
        for header in search.headers(form):
            if _fits(header, certain) and (best is None or header.score > best.score):
                best = header
    while best is not None and _has_children(sheet, best):
        below = (*best.rows, best.rows[-1] + 1)
        taller = next((header for header in search.headers(best.form) if header.rows == below), None)
        parts = set(filled(sheet.rows[below[-1] - 1]))
        if taller is None or any(taller.fields.get(at) != name for at, name in best.fields.items() if at not in parts):
            break
        best = taller
    return best


def _has_children(sheet: Sheet, header: Header) -> bool:
    """Say whether the row under a header names the parts of its merged cells and nothing else: 累计 under 土建, 设备 …"""
    last = header.rows[-1]
    if last >= len(sheet.rows):
        return False
    row = sheet.rows[last]
    named = set(filled(row))
    parents = [
        range(left - 1, right) for top, left, bottom, right in sheet.merges if top <= last <= bottom and left < right
    ]
    parts = {at for parent in parents for at in parent}
    return (
        bool(named)
        and named <= parts
        and all(isinstance(row[at], str) for at in named)
        and any(named.issuperset(parent) for parent in parents)
    )


def nearest(sheet: Sheet, forms: Iterable[Form]) -> Header | None:
    """Return the header that comes nearest to a form, however little of it is found: for the message of A13."""
    search = _Search(sheet)
    found = [header for form in forms for header in search.headers(form) if header.fields]
    return max(found, key=lambda header: header.score, default=None)


def _fits(header: Header, certain: bool) -> bool:
    required = header.form.required or tuple(header.form.fields)
    present = len(required) - len(header.missing)
    return len(header.fields) >= 2 and (certain or present * 2 >= len(required))


class _Search:
    """The blocks of rows that may be a header, looked at once for all forms."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        first = next((number for number, row in enumerate(sheet.rows, start=1) if filled(row)), 1)
        window = range(first, min(first + SEARCHED_ROWS + TALLEST_HEADER, len(sheet.rows) + 1))
        self._merges = Merges.of(sheet, window)
        starts = [row for row in window[:SEARCHED_ROWS] if _may_start(sheet.rows[row - 1])]
        self._names = {row: _names(sheet.rows[row - 1]) for row in starts}
        self._blocks = [block for start in self._names for block in self._from(start)]
        self._paths: dict[tuple[int, ...], tuple[tuple[Path, ...], list[Path]]] = {}
        self._said: dict[int, list[str]] = {}

    def _from(self, start: int) -> Iterator[tuple[int, ...]]:
        """Yield the blocks that begin in a row, up to the first row that holds values."""
        for height in range(1, TALLEST_HEADER + 1):
            last = start + height - 1
            if last > len(self._sheet.rows) or _holds_values(self._sheet.rows[last - 1]):
                return
            yield tuple(range(start, last + 1))

    def headers(self, form: Form) -> Iterator[Header]:
        """Yield every block as a header of the form, as far as two of its columns are found."""
        words = vocabulary(form)
        telling = {row for row, names in self._names.items() if sum(name in words.all_names for name in names) >= 2}
        if not telling:
            return
        titles = {name_of(title) for title in (form.title, *form.aliases)}
        for rows in self._blocks:
            if telling.isdisjoint(rows):
                continue
            paths, dated = self._paths_of(rows)
            fields = bind(dated, words)
            if len(fields) < 2:
                continue
            doubt = sum(found[0] for path in paths if (found := words.field(path)))
            titled = any(title in value for value in self._above(rows[0]) for title in titles)
            score = (len(fields) + 3 * titled, len(fields) / len(form.fields), -doubt, -len(rows), -rows[0])
            yield Header(form, rows, paths, fields, score)

    def _paths_of(self, rows: tuple[int, ...]) -> tuple[tuple[Path, ...], list[Path]]:
        """Return the paths of a block as they stand, and with earlier periods written by their distance."""
        if rows not in self._paths:
            paths = header_paths(self._sheet, rows, self._merges)
            self._paths[rows] = paths, relative(paths)
        return self._paths[rows]

    def _above(self, start: int) -> list[str]:
        """Return what the rows above a header, and the sheet's name, say: a form's title may be among it."""
        if start not in self._said:
            above = (text(value) for row in self._sheet.rows[: start - 1] for value in row if isinstance(value, str))
            self._said[start] = [name_of(value) for value in (*above, self._sheet.name)]
        return self._said[start]


def _may_start(row: list[Any]) -> bool:
    """Say whether a header may start in a row: at least two texts, or years and months as numbers, and no values."""
    texts = sum(1 for value in row if isinstance(value, str) and value.strip())
    return (texts >= 2 or _dated(row)) and not _holds_values(row)


def _names(row: list[Any]) -> list[str]:
    """Return what the cells of a row may name; where several say the same month or year, also by their distance."""
    dated = _dated(row)
    cells = [text(value) for value in row if isinstance(value, str) or (dated and value is not None)]
    names = [name for cell in cells if (name := name_of(cell))]
    if len(set(names)) == len(names):
        return names
    return [*names, *(name_of("".join(path)) for path in relative([(cell,) for cell in cells if cell]))]


def _dated(row: list[Any]) -> bool:
    """Say whether all numbers of a row, two at least, are different years, or months written 2024.01 or 2024.1."""
    numbers = [value for value in row if value.__class__ is float]
    if len(numbers) < 2 or not all(1900 <= value < 2101 for value in numbers):
        return False
    shown = {text(value) for value in numbers}
    return len(shown) == len(numbers) and (all(map(_YEAR.match, shown)) or all(map(_MONTH.match, shown)))


def _holds_values(row: list[Any]) -> bool:
    """Say whether a row holds numbers that name no column: years, months and column numbers do."""
    if _dated(row):
        return False
    values = 0
    for value in row:
        if value.__class__ is float and (not value.is_integer() or 31 < abs(value) < 1900 or abs(value) > 2100):
            values += 1
            if values == 2:
                return True
    return False


def header_paths(sheet: Sheet, rows: tuple[int, ...], merges: Merges) -> tuple[Path, ...]:
    """Return the header path of each column over the given rows, parents filled from merged or blank neighbours."""
    width = max((len(sheet.rows[row - 1]) for row in rows), default=0)
    lines = [[text(merges.value(sheet, row, column)) for column in range(1, width + 1)] for row in rows]
    for upper, lower in reversed([*itertools.pairwise(lines)]):  # the lowest first: what it fills is a child above
        _fill_parents(upper, lower)
    measured = [is_attribute_row(sheet, row) for row in rows]
    named = [[_name(shown, units) for shown in line] for line, units in zip(lines, measured, strict=True)]
    return tuple(_path([line[position] for line in named]) for position in range(width))


def _name(shown: str, measured: bool) -> str:
    """Return a header cell's text; a cell that holds nothing but a unit belongs to the unit, not to the name.

    A short measure word (项, 人) is a unit only in a row of units (``measured``), else a name: 类 款 项.
    """
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
