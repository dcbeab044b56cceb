"""Which rows under a header are data, and what the others are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sources.reader.grid import filled, text
from sources.reader.headers import units_in_line
from sources.reader.labels import divides, is_note, sum_kind
from sources.reader.lines import is_title
from sources.reader.model import OtherRow, RowKind
from sources.reader.workbook import Sheet

#: A stated answer: there was nothing in this period.
NOTHING = re.compile(
    r"^(本[期月季年]|当月)?(暂?无|没有|0项)(数据|新增|变化|变动|项目|此类事项|事项|内容)?[。.]?$|^本[期月季年]暂?无"
)
_SECTION = re.compile(
    r"^([一二三四五六七八九十]+[、.]|[(（][一二三四五六七八九十\d]+[)）]|其中:?$|[^,，。]{1,12}(类|级|组|片区)$|[^,，。:]{2,20}:$)"
)
#: The number of a heading in a cell of its own.
_NUMBER_OF_HEADING = re.compile(r"^[(（]?[一二三四五六七八九十]{1,3}[)）]?[、.]?$")
#: A table with fewer columns may have records of a number and a name.
_FEWEST_COLUMNS = 4
_COUNTED = re.compile(r"\d+(个|家|项|户)")


@dataclass
class Body:
    """The rows under a header. ``data`` and ``others`` hold sheet row numbers from 1."""

    data: list[int] = field(default_factory=list)
    others: list[OtherRow] = field(default_factory=list)

    def add(self, row: int, kind: RowKind) -> None:
        """Record a row that is not data."""
        self.others.append(OtherRow(row, kind))


def classify(
    sheet: Sheet,
    header_rows: tuple[int, ...],
    bound: Sequence[int],
    serial: int | None,
    again: Mapping[int, RowKind] | None = None,
) -> Body:
    """Sort the rows under a header.

    ``bound`` are the positions (from 0) of columns that belong to a field, ``serial`` the position of 序号: a row that
    holds nothing but its number is blank. ``again`` are rows known to write the title or the header again.
    """
    known = again or {}
    body = Body()
    headers = [[text(value) for value in sheet.rows[row - 1]] for row in header_rows]
    named = [position for position in bound if position != serial]
    wide = {(top, left - 1) for top, left, _, right in sheet.merges if right > left}
    lead = next(iter(named), None)
    for number, row in enumerate(sheet.rows[header_rows[-1] :], start=header_rows[-1] + 1):
        if lead is not None and _is_plain(row, lead) and number not in known:
            body.data.append(number)
            continue
        kind = (
            known.get(number)
            or _kind(row, named, headers)
            or _goes_on(body, row, number)
            or _lone(row, number, named, wide)
            or _between_tables(body, row, number)
        )
        if kind is None:
            body.data.append(number)
        else:
            body.add(number, kind)
    _notes_after(body)
    return body


def _is_plain(row: list[Any], lead: int) -> bool:
    """Say at a glance that a row is a record: it begins with a number and has the value of the first named column."""
    if len(row) <= lead or row[0].__class__ is not float:
        return False
    value = row[lead]
    return value.__class__ is float or (value.__class__ is str and value != "" and not value[0].isspace())


def _kind(row: list[Any], named: Sequence[int], headers: list[list[str]]) -> RowKind | None:
    """Return what a row is, None for data."""
    first = next((value for value in row if value is not None), None)
    if first is None:
        return RowKind.BLANK
    if isinstance(first, str) and (kind := _labelled(first, row, headers)):
        return kind
    if any(_has(row, position) for position in named):
        return None
    return RowKind.TITLE if isinstance(first, str) and len(filled(row)) == 1 else RowKind.BLANK


def _has(row: list[Any], position: int) -> bool:
    return position < len(row) and row[position] is not None and bool(text(row[position]))


def _labelled(first: str, row: list[Any], headers: list[list[str]]) -> RowKind | None:
    label = text(first)
    if not label and not filled(row):
        return RowKind.BLANK
    if len(label) <= 16 and (kind := sum_kind(label)):
        return kind
    positions = filled(row)
    if len(positions) >= 2 and _repeats(row, positions, headers):
        return RowKind.REPEATED_HEADER
    second = next((text(row[position]) for position in positions[1:2]), "")
    if len(second) <= 16 and len(label) <= 4 and (kind := sum_kind(second)):
        return kind
    if is_note(label) and (":" in label or len(positions) <= 3):
        return RowKind.NOTE
    if all(isinstance(row[position], str) and text(row[position]).endswith(":") for position in positions):
        return RowKind.TITLE
    if len(positions) == 2 and len(row) >= _FEWEST_COLUMNS and _NUMBER_OF_HEADING.match(label):
        return RowKind.TITLE if isinstance(row[positions[1]], str) else None
    if _COUNTED.search(label) and 1 < len(positions) <= 3:
        return RowKind.SUBTOTAL
    return None


def _lone(row: list[Any], number: int, named: Sequence[int], wide: set[tuple[int, int]]) -> RowKind | None:
    """A text that stands alone in its row heads a section, unless it stands like a record in a column of its own."""
    if not isinstance(next((value for value in row if value is not None), None), str):
        return None
    positions = filled(row)
    if len(positions) != 1:
        return None
    label = text(row[positions[0]])
    if NOTHING.match(label):
        return RowKind.NOTE
    alone = (number, positions[0]) in wide or positions[0] not in named
    return RowKind.TITLE if alone or _SECTION.match(label) or divides(label) or len(label) > 40 else None


def _between_tables(body: Body, row: list[Any], number: int) -> RowKind | None:
    """A text alone that states a unit, or says a title under a blank row, is no record: another table begins there."""
    positions = filled(row)
    if len(positions) != 1 or not isinstance(row[positions[0]], str):
        return None
    label = row[positions[0]]
    if units_in_line(label):
        return RowKind.UNIT
    return RowKind.TITLE if OtherRow(number - 1, RowKind.BLANK) in body.others[-1:] and is_title(label) else None


def _goes_on(body: Body, row: list[Any], number: int) -> RowKind | None:
    """A text alone right under a note goes on with it."""
    noted = bool(body.others) and body.others[-1] == OtherRow(number - 1, RowKind.NOTE)
    if not noted:
        return None
    lone = len(filled(row)) == 1 and isinstance(next(value for value in row if value is not None), str)
    return RowKind.NOTE if lone else None


def _repeats(row: list[Any], positions: list[int], headers: list[list[str]]) -> bool:
    """Say whether a row writes the header again."""
    return any(
        all(position < len(header) and text(row[position]) == header[position] for position in positions)
        for header in headers
    )


def _notes_after(body: Body) -> None:
    """A single text under the last record is a note; the same inside the list is a section title."""
    last = max((row for row in body.data), default=0)
    sums = [other.row for other in body.others if other.kind in (RowKind.TOTAL, RowKind.SUBTOTAL)]
    end = max([last, *sums])
    body.others = [
        OtherRow(other.row, RowKind.NOTE) if other.kind is RowKind.TITLE and other.row > end else other
        for other in body.others
    ]
