"""Tables of no form on the sheet of one: below, above or beside it. Their rows are none of its rows, and are named."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from typing import Any

from sources.contract import Form
from sources.reader import lines
from sources.reader.grid import filled, text
from sources.reader.labels import is_serial
from sources.reader.locate import Header
from sources.reader.model import Hazard, OtherRow, RowKind
from sources.reader.next_header import NextHeader
from sources.reader.part import Part
from sources.reader.placed import a1
from sources.reader.rows import Body
from sources.reader.stacked import top_of
from sources.reader.workbook import Merge, Sheet

#: What may stand between a table and the header of another one.
_BREAKS = frozenset({RowKind.BLANK, RowKind.TITLE, RowKind.UNIT, RowKind.NOTE, RowKind.TOTAL, RowKind.SUBTOTAL})
#: Fewer filled rows, or fewer cells in each, are remarks and no table.
_FEWEST_ROWS, _FEWEST_CELLS = 2, 2
#: A table above a header has more: two cells in a row are a label and what it says.
_FEWEST_ABOVE = 3
#: So many names of columns tell which table it is.
_NAMED = 6


#: Sheets that explain a form, list its choices, or that we added to a marked workbook.
_EXPLAINS = re.compile(r"说明|须知|选项|代码|目录|封面|问题清单|与上期")
#: 序 号, with blanks.
_LONGEST_SERIAL = 8


@dataclass(frozen=True)
class _Block:
    """Cells of another table: their range, and its first texts."""

    cells: Merge
    names: str
    is_below: bool = False


def set_apart(part: Part, header_rows: tuple[int, ...], body: Body, forms: Iterable[Form]) -> list[Hazard]:
    """Take the rows of other tables out of the body of this one, and name every table that is not read.

    A19: a table of no registered form; rows under the table's own columns may have been meant for it. Not said where the
    form leaves other tables.
    """
    found = [*_above(part, header_rows[0]), *_below(part, header_rows, body, forms)]
    taken = {row for block in found for row in range(block.cells[0], block.cells[2] + 1)}
    found += _beside(part, header_rows[-1], taken)
    said = found if part.header.form.other_tables == "named" else []
    return [_hazard(block) for block in said]


def unread(sheets: Iterable[Sheet], read: Set[str]) -> list[Hazard]:
    """Name the sheets of a workbook that hold a table but gave none (A21); ``read`` are those that did."""
    names = [
        f"“{sheet.name}”"
        for sheet in sheets
        if sheet.visible and sheet.name not in read and not _EXPLAINS.search(sheet.name) and _holds_table(sheet)
    ]
    return [Hazard("A21", shown={"names": "、".join(names)})] if names else []


def _holds_table(sheet: Sheet) -> bool:
    full = (row for row in sheet.rows if len(filled(row)) >= _FEWEST_CELLS)
    return sum(1 for _ in itertools.islice(full, _FEWEST_ROWS)) == _FEWEST_ROWS


def _hazard(block: _Block) -> Hazard:
    top, left, bottom, right = block.cells
    first, last = a1(top, left), a1(bottom, right)
    return Hazard("A19", first, shown={"where": f"{first}:{last}", "names": block.names}, grave=block.is_below)


def _below(part: Part, header_rows: tuple[int, ...], body: Body, forms: Iterable[Form]) -> list[_Block]:
    sheet = part.sheet
    kinds = {other.row: other.kind for other in body.others}
    heads = NextHeader(sheet, part.header, forms, [row for row in body.data if row < len(sheet.rows)])
    found: list[_Block] = []
    after_break = {row + 1 for row, kind in kinds.items() if kind in _BREAKS}
    for row in [row for row in body.data if row in after_break or _numbers_rows(sheet.rows[row - 1])]:
        if found and row <= found[-1].cells[2]:
            continue
        after_title = kinds.get(row - 1) is RowKind.TITLE
        if heads.begins(row, after_break=row in after_break, after_title=after_title):
            above = max((data for data in body.data if data < row), default=header_rows[-1])
            found.append(_take(part, row, above, body))
    return found


def _numbers_rows(line: list[Any]) -> bool:
    """Say whether a row says 序号 first: no record does."""
    first = line[0] if line and line[0] is not None else next((value for value in line if value is not None), None)
    return isinstance(first, str) and len(first) < _LONGEST_SERIAL and is_serial(first)


def _take(part: Part, header: int, above: int, body: Body) -> _Block:
    """Take the rows from a header, or the title over it, to the next header of the form's own table out of the body."""
    first = top_of(part.sheet, above, header)
    end = min((row for row in part.again if row > header), default=len(part.sheet.rows) + 1)
    sums = [other.row for other in body.others if other.kind in (RowKind.TOTAL, RowKind.SUBTOTAL)]
    last = max(row for row in [*body.data, *sums] if header <= row < end)
    inside = range(first, last + 1)
    others = [other for other in body.others if other.row not in inside or other.kind is RowKind.BLANK]
    blank = {other.row for other in others}
    body.data = [row for row in body.data if row not in inside]
    body.others = sorted(
        [*others, *(OtherRow(row, RowKind.OTHER_TABLE) for row in inside if row not in blank)], key=lambda o: o.row
    )
    return _block(part.sheet, header, last, first=first, is_below=True)


def _above(part: Part, header: int) -> list[_Block]:
    """Find rows of cells above the header that are more than titles and labels."""
    sheet, found = part.sheet, []
    rows = (row for row in range(part.first, header) if _is_record(sheet, row))
    for block in _blocks(rows):
        if len(block) >= _FEWEST_ROWS and any(_has_number(sheet.rows[row - 1]) for row in block[1:]):
            found.append(_block(sheet, block[0], block[-1]))
    return found


def _is_record(sheet: Sheet, row: int) -> bool:
    line = sheet.rows[row - 1]
    return len(filled(line)) >= _FEWEST_ABOVE and not lines.labels_in(line) and not lines.units_in([line])


def _has_number(line: list[Any]) -> bool:
    return any(isinstance(value, float) for value in line)


def _beside(part: Part, header: int, taken: set[int]) -> list[_Block]:
    """Find rows of cells in columns without a header."""
    sheet, named = part.sheet, _named(part.header)
    width = max(map(len, sheet.rows), default=0)
    lines_below = sheet.rows[header:]
    columns = [at for at in range(width) if at not in named and _any_filled(lines_below, at)]
    if len(columns) < _FEWEST_CELLS:
        return []
    cells = {
        row: here
        for row, line in enumerate(lines_below, start=header + 1)
        if row not in taken and len(here := [at for at in columns if at < len(line) and line[at] is not None]) >= 2
    }
    return [
        _block(sheet, block[0], block[-1], columns={at for row in block for at in cells[row]})
        for block in _blocks(cells)
        if len(block) >= _FEWEST_ROWS
    ]


def _named(header: Header) -> set[int]:
    return {at for at, path in enumerate(header.paths) if path} | header.fields.keys()


def _any_filled(rows: list[list[Any]], at: int) -> bool:
    return any(at < len(line) and line[at] is not None for line in rows)


def _blocks(rows: Iterable[int]) -> Iterator[list[int]]:
    """Yield runs of rows that follow each other."""
    for _, run in itertools.groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        yield [row for _, row in run]


def _block(
    sheet: Sheet,
    header: int,
    last: int,
    *,
    first: int | None = None,
    columns: set[int] | None = None,
    is_below: bool = False,
) -> _Block:
    inside = columns or {at for row in range(header, last + 1) for at in filled(sheet.rows[row - 1])}
    line = sheet.rows[header - 1]
    names = [text(line[at]) for at in filled(line) if at in inside]
    told = "、".join(names[:_NAMED]) + ("等" if len(names) > _NAMED else "")
    return _Block((first or header, min(inside) + 1, last, max(inside) + 1), told, is_below)
