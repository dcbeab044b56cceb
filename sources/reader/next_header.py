"""Whether a row under a table is no record of it but the header of another table, of a form that nobody registered."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

from sources.contract import FieldType, Form
from sources.contract.types import NUMERIC
from sources.reader import values
from sources.reader.columns import vocabulary
from sources.reader.grid import filled, text
from sources.reader.headers import name_of, unit_of
from sources.reader.labels import is_serial, names_column
from sources.reader.locate import Header
from sources.reader.workbook import Sheet

#: Types whose values have digits, so that a word in their column says that no record stands there.
_WITH_DIGITS = NUMERIC | {FieldType.DATE, FieldType.YEAR, FieldType.CODE, FieldType.USCC, FieldType.PROJECT_CODE}
#: Longer texts name no column.
_LONGEST_NAME = 30
#: Rows under a header that may hold more of it before its first record.
_LOOKED_AHEAD = 6
#: Records of the table, above and nearest, that tell what its columns hold.
_SAMPLED = 40


class NextHeader:
    """A table's own columns and records, against which rows below it are held."""

    def __init__(self, sheet: Sheet, header: Header, forms: Iterable[Form], records: list[int]) -> None:
        self._sheet = sheet
        self._forms = forms
        self._records = records
        self._names = {at: name_of(path[-1]) for at, path in enumerate(header.paths) if path}
        self._typed = {at for at, name in header.fields.items() if header.form.fields[name].type in _WITH_DIGITS}
        self._edge = max({*self._names, *header.fields}, default=0)

    def begins(self, row: int, *, after_break: bool, after_title: bool) -> bool:
        """Say whether a row begins another table. ``after_break``: a blank row, a title, a note or a sum stands above."""
        line = self._sheet.rows[row - 1]
        first = next((value for value in line if value is not None), None)
        if not isinstance(first, str) or not (after_break or is_serial(first)):
            return False
        cells = filled(line)
        if len(cells) < 2 or not self._may_name(line, cells) or not self._followed(row):
            return False
        if is_serial(first) or self._writes_own_names(line, cells):
            return True
        evidence = (self._beyond, self._over_values, self._over_numbers, self._of_years)
        if any(says(row, line, cells) for says in evidence):
            return True
        return self._usual(line, cells, after_title=after_title) and not self._is_known(row, line, cells)

    def _may_name(self, line: list[Any], cells: list[int]) -> bool:
        """Say whether the cells are short different texts; years may stand among them."""
        shown = [text(line[at]) for at in cells]
        worded = [isinstance(line[at], str) for at in cells]
        years = all(word or _is_year(line[at]) for at, word in zip(cells, worded, strict=True))
        marks = values.DITTO | values.NOT_APPLICABLE
        short = all(len(name) <= _LONGEST_NAME and name not in marks for name in shown)
        return years and short and len(set(shown)) == len(shown)

    def _followed(self, row: int) -> bool:
        """Say whether something stands in the next row, and there or in the one after in several columns."""
        following = [len(filled(line)) for line in self._sheet.rows[row : row + 2]]
        return bool(following and following[0]) and max(following) >= 2

    def _writes_own_names(self, line: list[Any], cells: list[int]) -> bool:
        """A record does not say the name of its column."""
        here = {at: name_of(str(line[at])) for at in cells}
        same = sum(1 for at, name in here.items() if name and name == self._names.get(at))
        return same > 0 or len(set(here.values()) & set(self._names.values())) >= 2

    def _beyond(self, row: int, _: list[Any], cells: list[int]) -> bool:
        """Say whether the row and the next reach far beyond the columns of the table."""
        beyond = {at for at in cells if at > self._edge}
        return (
            len(beyond) >= 2 and 5 * len(beyond) >= 2 * len(cells) and bool(beyond & set(filled(self._sheet.rows[row])))
        )

    def _over_values(self, row: int, line: list[Any], cells: list[int]) -> bool:
        """Say whether words stand where the table has numbers, days or codes, above such values."""
        inside = [at for at in cells if at in self._typed]
        worded = [at for at in inside if _is_word(line[at]) and not self._holds(row, at, _is_word)]
        valued = any(_has_digits(value) for at in worded for value in self._below(row, at))
        return valued and 2 * len(worded) >= len(inside) and self._names_one(line, worded)

    def _over_numbers(self, row: int, line: list[Any], cells: list[int]) -> bool:
        """Say whether words stand above numbers where the records of the table have none."""
        numbered = [
            at
            for at in cells
            if _is_word(line[at])
            and any(map(_is_number, self._below(row, at)))
            and not self._holds(row, at, _is_number)
        ]
        return 2 * len(numbered) >= len(cells) and (len(numbered) >= 2 or self._names_one(line, numbered))

    def _of_years(self, row: int, line: list[Any], cells: list[int]) -> bool:
        """Say whether years name columns in which the records have none."""
        years = [at for at in cells if _is_year(line[at]) and not self._holds(row, at, _is_year)]
        return len(years) >= 2 and all(any(map(_is_number, self._below(row, at))) for at in years)

    def _names_one(self, line: list[Any], cells: list[int]) -> bool:
        """Say whether a cell among some is a usual name of a column, known to a form, or carries a unit."""
        shown = [text(line[at]) for at in cells]
        return any(names_column(name) or unit_of(name) or name_of(name) in self._known for name in shown)

    @cached_property
    def _known(self) -> set[str]:
        """The names of columns of all forms."""
        return set().union(*(vocabulary(form).exact for form in self._forms))

    def _below(self, row: int, at: int) -> list[Any]:
        """Return what stands in a column under a row, as far as it may still be the head of a table."""
        return [line[at] for line in self._sheet.rows[row : row + _LOOKED_AHEAD] if at < len(line)]

    def _holds(self, row: int, at: int, what: Callable[[Any], bool]) -> bool:
        """Say whether records above hold such a value in a column as well: words such as 待定 and 未开工."""
        return any(what(self._sheet.cell(record, at + 1)) for record in self._sample(row))

    def _sample(self, row: int) -> list[int]:
        above = [record for record in self._records if record < row]
        return [*above[:_SAMPLED], *above[-_SAMPLED:]]

    def _usual(self, line: list[Any], cells: list[int], *, after_title: bool) -> bool:
        """Say whether most of the cells are usual names of columns, the first among them, and none has digits."""
        shown = [text(line[at]) for at in cells]
        if any(character.isdigit() for name in shown for character in name) or not names_column(shown[0]):
            return False
        exact = sum(1 for name in shown if name_of(name) in self._known)
        usual = sum(1 for name in shown if names_column(name) or name_of(name) in self._known)
        return 3 * usual >= 2 * len(shown) and exact >= (1 if after_title else 2)

    def _is_known(self, row: int, line: list[Any], cells: list[int]) -> bool:
        """Say whether a record above says the same in one of the columns."""
        return any(self._sheet.cell(record, at + 1) == line[at] for record in self._sample(row) for at in cells)


def _is_year(value: Any) -> bool:
    return isinstance(value, float) and value.is_integer() and 1900 <= value <= 2100


def _is_number(value: Any) -> bool:
    return isinstance(value, float)


def _is_word(value: Any) -> bool:
    if not isinstance(value, str):
        return False
    shown = text(value)
    return (
        bool(shown)
        and shown not in values.DITTO | values.NOT_APPLICABLE
        and not any(character.isdigit() for character in shown)
    )


def _has_digits(value: Any) -> bool:
    return value is not None and not _is_word(value) and any(character.isdigit() for character in str(value))
