"""Several tables on one sheet, one below the other.

A sheet is cut where the header of another form begins. A header that says the same again (printed pages, one block per
片区) goes on with its table; one of the same form with other columns or other units begins a table of its own.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sources.contract import Form
from sources.reader import lines
from sources.reader.attributes import with_attributes
from sources.reader.beside import side_by_side
from sources.reader.columns import vocabulary
from sources.reader.grid import filled, text
from sources.reader.headers import name_of, unit_named, unit_of
from sources.reader.labels import is_note, is_total
from sources.reader.locate import Header, locate
from sources.reader.model import RowKind
from sources.reader.part import Part, cut
from sources.reader.workbook import Sheet

#: A cell with more characters than this names no column.
_LONGEST_NAME = 60
#: So many cells of a row are looked at before it is given up as a header.
_GIVEN_UP = 3


@dataclass
class _Span:
    """Rows from ``first`` to ``last`` with a header, perhaps repeated further down."""

    first: int
    last: int
    header: Header
    again: dict[int, RowKind] = field(default_factory=dict)


_Found = TypeVar("_Found", Part, _Span)


def parts_of(sheet: Sheet, wanted: Sequence[Form], forms: Sequence[Form], *, certain: bool = False) -> list[Part]:
    """Return the tables of a sheet that are one of the ``wanted`` forms, in reading order.

    ``forms`` are all that there are: their tables are cut off even when the sender wants another one. With ``certain``
    (the sender named the form) tables of other forms are left out.
    """
    spans = _spans(sheet, wanted, forms)
    known = _wanted(spans, wanted) if certain else spans
    if not known or (len(spans) < 2 and not spans[0].again):
        header = locate(sheet, wanted, certain=certain)
        parts = [Part(sheet, header)] if header else []
    else:
        head = sheet.rows[: spans[0].header.rows[0] - 1]
        parts = [Part(cut(sheet, span.first, span.last), span.header, span.first, span.again, head) for span in known]
    found = [side for part in parts for side in side_by_side(part, forms)]
    return (_wanted(found, wanted) or parts) if certain else found


def _wanted(found: Sequence[_Found], wanted: Sequence[Form]) -> list[_Found]:
    return [one for one in found if any(one.header.form is form for form in wanted)]


def _spans(sheet: Sheet, wanted: Sequence[Form], forms: Sequence[Form]) -> list[_Span]:
    """Return the pieces of a sheet that lie under each other; one with ``again`` when its header comes again."""
    marks = _header_rows(sheet, forms)
    if len(marks) < 2:
        return []
    tops = [1, *(top_of(sheet, above, mark) for above, mark in itertools.pairwise(marks))]
    found: list[_Span] = []
    pending = None
    for top, following in itertools.pairwise([*tops, len(sheet.rows) + 1]):
        piece = cut(sheet, pending or top, following - 1)
        header = locate(piece, wanted) or (locate(piece, forms) if wanted is not forms else None)
        if found and (header is None or _goes_on(sheet, found[-1], header, top)):
            _widen(sheet, found[-1], header, top, following - 1)
        elif header:
            found.append(_Span(pending or top, following - 1, header))
            pending = None
        else:
            pending = pending or top
    return found


def _header_rows(sheet: Sheet, forms: Iterable[Form]) -> list[int]:
    """Return the first rows of what looks like headers: texts only, half of them names of columns."""
    names = set().union(*(vocabulary(form).exact for form in forms))
    found: list[int] = []
    last = 0
    for number, row in enumerate(sheet.rows, start=1):
        if _names_columns(row, names):
            if number != last + 1:
                found.append(number)
            last = number
    return found


def _names_columns(row: list[Any], names: set[str]) -> bool:
    seen = known = 0
    for value in row:
        if value is None:
            continue
        if value.__class__ is not str:
            return False
        seen += 1
        if len(value) <= _LONGEST_NAME and name_of(value) in names:
            known += 1
        elif seen >= _GIVEN_UP and not known:
            return False
    return known >= 2 and known * 2 >= seen


def top_of(sheet: Sheet, above: int, header: int) -> int:
    """Return the first row that belongs to the header in row ``header``: its title, its 单位 and 填报单位 lines.

    What stands under the last record of the table ``above`` (sums, notes, signatures) belongs to that table.
    """
    start = header
    while start - 1 > above and _line_kind(sheet, start - 1) is not None:
        start -= 1
    titled = None
    previous = None
    run = header  # begins the lines right above the header, without a blank row between
    for number in range(start, header):
        kind = _line_kind(sheet, number)
        if kind is RowKind.BLANK:
            run = number + 1
        elif kind is RowKind.TITLE and titled is None and (previous is not RowKind.NOTE or _says_title(sheet, number)):
            titled = number
        previous = kind
    if titled is not None:
        return titled
    return (
        run if run > start else next((n for n in range(start, header) if lines.units_in([sheet.rows[n - 1]])), header)
    )


def _line_kind(sheet: Sheet, number: int) -> RowKind | None:
    """Return what a row between two tables is: blank, a note or signature, a title; None for records and sums."""
    row = sheet.rows[number - 1]
    positions = filled(row)
    if not positions:
        return RowKind.BLANK
    first = text(row[positions[0]])
    if is_total(first):
        return None
    if is_note(first) or lines.labels_in(row):
        return RowKind.NOTE
    return RowKind.TITLE if len(positions) == 1 and _is_title(sheet, number, positions[0]) else None


def _is_title(sheet: Sheet, number: int, position: int) -> bool:
    """Say whether a text alone in its row is no record with a single cell."""
    value = sheet.rows[number - 1][position]
    if not isinstance(value, str):
        return False
    alone = number == 1 or not filled(sheet.rows[number - 2])
    merged = any(top == number and left == position + 1 < right for top, left, _, right in sheet.merges)
    return alone or merged or lines.is_title(value)


def _says_title(sheet: Sheet, number: int) -> bool:
    return any(lines.is_title(value) for value in sheet.rows[number - 1] if isinstance(value, str))


def _goes_on(sheet: Sheet, span: _Span, header: Header, top: int) -> bool:
    """Say whether a header writes that of a table again: the same fields in the same columns, in the same units."""
    known = span.header
    if header.form is not known.form or any(known.fields.get(at) != name for at, name in header.fields.items()):
        return False
    units, known_units = _units(sheet, header), _units(sheet, known)
    if any(known_units.get(at) != unit for at, unit in units.items()):
        return False
    said = lines.units_in(sheet.rows[top - 1 : header.rows[0] - 1])
    return not said or said == lines.units_in(sheet.rows[span.first - 1 : known.rows[0] - 1])


def _units(sheet: Sheet, header: Header) -> dict[int, str]:
    """Return position → unit of the columns that belong to a field, from the unit row or the header itself."""
    found = {}
    for position in header.fields:
        path = header.paths[position]
        below = [text(sheet.cell(row, position + 1)) for row in with_attributes(sheet, header.rows)[len(header.rows) :]]
        unit = next(filter(None, [*map(unit_named, below), *map(unit_of, reversed(path))]), None)
        if unit:
            found[position] = unit.name
    return found


def _widen(sheet: Sheet, span: _Span, header: Header | None, top: int, last: int) -> None:
    """Let a span go on to a row; a header in between, and the lines above it, are no records."""
    span.last = last
    if header is None:
        return
    for number in range(top, header.rows[0]):
        row = sheet.rows[number - 1]
        kind = RowKind.UNIT if lines.units_in([row]) else RowKind.TITLE
        span.again[number] = kind if filled(row) else RowKind.BLANK
    for number in with_attributes(sheet, header.rows):
        span.again[number] = RowKind.REPEATED_HEADER
