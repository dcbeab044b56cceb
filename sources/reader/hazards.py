"""What spreadsheets do silently to a table (hazards.md): named with its cells, the value left as it was read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import coordinate_to_tuple

from sources.contract import Field, FieldType, Form
from sources.contract.types import NUMERIC
from sources.contract.units import UNITS
from sources.reader.column_cells import CODES, split
from sources.reader.display import hides, scale_of, unit_of_format
from sources.reader.headers import plain
from sources.reader.model import Coercion, CoercionKind, Column, Hazard, RowKind, Table, raw_text
from sources.reader.workbook import Sheet, Workbook

#: Cells that a message lists by name before it says how many there are.
_LISTED = 5
#: A month written as a number: 2021.1 may have been 2021.10.
_SHORT_MONTH = re.compile(r"^(?:19|20)\d\d\.1$")
_YEAR = re.compile(r"(?:19|20)\d\d|[一二][〇零○一二三四五六七八九]{3}年")
_SUMMARISED = {CoercionKind.MERGE_FILL: "XL-MERGE-FILL", CoercionKind.DISPLAYED: "XL-DISPLAY-DIFFERS"}

#: What stands before our words in a comment of a workbook that went back to its department.
OUR_COMMENT = "【审核意见】"


def hazards_of(table: Table, sheet: Sheet, form: Form, book: Workbook, *, first: bool) -> list[Hazard]:
    """Return the hazards of a table; with ``first`` those of the file as a whole as well."""
    found = [Hazard(rule, shown={"what": what}) for rule, what in book.remarks] if first else []
    found += _dimension(table, sheet)
    found += _coerced(table)
    for column in table.columns:
        field = form.fields.get(column.field or "")
        if column.field in table.raws and field is not None:
            found += _column(table, column, field, sheet, book)
    found += _comments(table, sheet)
    found += _struck(table, sheet)
    return found


def listed(cells: Sequence[str]) -> str:
    """Return the names of cells as a message says them: the first few, then how many there are."""
    names = "、".join(cells[:_LISTED])
    return names if len(cells) <= _LISTED else f"{names}等{len(cells)}格"


def _hazard(rule: str, cells: Sequence[str], field: str, raw: str, *, grave: bool = False, **shown: str) -> Hazard:
    row = split(cells[0])[1] if len(cells) == 1 else None
    return Hazard(rule, cells[0], row, field, raw, {"cells": listed(cells), **shown}, grave)


def _dimension(table: Table, sheet: Sheet) -> Iterator[Hazard]:
    """The range that the sheet declares leaves out cells of the table, or another count finds more rows."""
    if sheet.facts.last_row > len(sheet.rows):
        found = f"第{len(sheet.rows)}行"
        yield Hazard("XL-DIMENSION", shown={"declared": f"第{sheet.facts.last_row}行", "found": found}, grave=True)
        return
    last = max(table.rows, default=0)
    declared = sheet.facts.declared
    if declared and last:
        width = max((column.index for column in table.columns if column.field), default=1)
        row, column = _corner(declared)
        if row < last or column < width:
            found = f"A1:{get_column_letter(width)}{last}"
            yield Hazard("XL-DIMENSION", shown={"declared": declared, "found": found})


def _corner(declared: str) -> tuple[int, int]:
    """Return the last row and column of a declared range; beyond everything when it is none."""
    try:
        return coordinate_to_tuple(declared.rpartition(":")[2].replace("$", ""))
    except ValueError:
        return 1 << 30, 1 << 30


def _coerced(table: Table) -> Iterator[Hazard]:
    """What the reader did to a column, once per column."""
    cells: dict[tuple[str, str], list[str]] = defaultdict(list)
    raws: dict[tuple[str, str], str] = {}
    for coercion in table.coercions:
        rule = _SUMMARISED.get(coercion.kind)
        if rule:
            cells[rule, coercion.field].append(coercion.cell)
            raws.setdefault((rule, coercion.field), coercion.raw)
    for (rule, field), names in cells.items():
        row = split(names[0])[1]
        value = table.values[field][table.rows.index(row)]
        yield _hazard(rule, names, field, raws[rule, field], shown=str(value))


def _column(table: Table, column: Column, field: Field, sheet: Sheet, book: Workbook) -> Iterator[Hazard]:
    if field.type in CODES:
        yield from _retyped(table, column)
    elif field.type is FieldType.DATE:
        yield from _dates(table, column, book)
    elif field.type in NUMERIC and sheet.facts.formats:
        yield from _displayed(table, column, field, sheet)


def _retyped(table: Table, column: Column) -> Iterator[Hazard]:
    """Codes that the workbook holds as numbers. Shorter than their neighbours they may have lost zeros."""
    name = column.field or ""
    taken = {
        coercion.row
        for coercion in table.coercions
        if coercion.field == name and coercion.kind is CoercionKind.DISPLAYED
    }
    pairs = [(row, raw) for row, raw in zip(table.rows, table.raws[name], strict=True) if raw is not None]
    numbers = [(row, raw_text(raw)) for row, raw in pairs if isinstance(raw, float) and row not in taken]
    if not numbers:
        return
    longest = max(len(raw_text(raw).strip()) for _, raw in pairs)
    short = [(row, text) for row, text in numbers if len(text) < longest]
    told = short or numbers
    cells = [f"{column.letter}{row}" for row, _ in told]
    yield _hazard("XL-CODE-RETYPED", cells, name, told[0][1], grave=bool(short))


def _dates(table: Table, column: Column, book: Workbook) -> Iterator[Hazard]:
    """Serial numbers without a date format, months written as decimals, and days without a year."""
    name = column.field or ""
    system = f"存成了普通数字，按{'1904' if book.epoch_1904 else '1900'}日期系统"
    cells: dict[str, list[str]] = defaultdict(list)
    first: dict[str, Coercion] = {}
    for coercion in table.coercions:
        if coercion.field != name:
            continue
        why = system if coercion.kind is CoercionKind.SERIAL_DATE else _doubt(coercion)
        if why:
            cells[why].append(coercion.cell)
            first.setdefault(why, coercion)
    for why, names in cells.items():
        value = table.values[name][table.rows.index(first[why].row)]
        yield _hazard("XL-DATE-AMBIGUOUS", names, name, first[why].raw, read=str(value), why=why)


def _doubt(coercion: Coercion) -> str | None:
    """Say what a typed date leaves open."""
    if coercion.kind is not CoercionKind.TEXT_DATE:
        return None
    if _SHORT_MONTH.match(coercion.raw):
        return "也可能是10月"
    return None if _YEAR.search(plain(coercion.raw)) else "没有写全年份，按报送期间补"


def _displayed(table: Table, column: Column, field: Field, sheet: Sheet) -> Iterator[Hazard]:
    """Numbers whose format shows another size, another unit, or nothing."""
    name = column.field or ""
    cells: dict[str, list[str]] = defaultdict(list)
    raws: dict[str, str] = {}
    for row, raw in zip(table.rows, table.raws[name], strict=True):
        code = sheet.facts.formats.get(f"{column.letter}{row}")
        if code is None or not isinstance(raw, float):
            continue
        how = _otherwise(code, column, field)
        if how:
            cells[how].append(f"{column.letter}{row}")
            raws.setdefault(how, raw_text(raw))
    for how, names in cells.items():
        yield _hazard("XL-DISPLAY-DIFFERS", names, name, raws[how], shown=how)


def _otherwise(code: str, column: Column, field: Field) -> str | None:
    """Say how a format shows a number otherwise than it is read, None when it does not."""
    if hides(code):
        return "空白（格式把它藏起来了）"
    unit = UNITS.get(unit_of_format(code) or "")
    read = UNITS[column.unit_read].factor if column.unit_read in UNITS else None
    scale = scale_of(code)
    if unit is not None and unit.base == field.unit:
        return None if read is not None and unit.factor == scale * read else f"以“{unit.name}”为单位"
    return f"原数的1/{scale:,f}" if scale != 1 else None


def _comments(table: Table, sheet: Sheet) -> Iterator[Hazard]:
    """Comments in the rows of the list and of its totals, without what we wrote into them when we sent the file back."""
    sums = [other.row for other in table.other_rows if other.kind in (RowKind.TOTAL, RowKind.SUBTOTAL)]
    rows = {*table.rows, *sums}
    fields = {column.letter: column.field for column in table.columns}
    for cell, text in sheet.facts.comments.items():
        letter, row = split(cell)
        theirs = text.partition(OUR_COMMENT)[0].strip()
        if row in rows and theirs:
            yield Hazard(
                "XL-COMMENT", cell, row if row not in sums else None, fields.get(letter), None, {"text": theirs}
            )


def _struck(table: Table, sheet: Sheet) -> Iterator[Hazard]:
    """Struck-through rows, which may mean 退出, and single struck cells of rows that stand."""
    if not sheet.facts.struck:
        return
    fields = {column.letter: column.field for column in table.columns if column.field}
    rows = set(table.rows)
    by_row: dict[int, list[str]] = defaultdict(list)
    for cell in sheet.facts.struck:
        letter, row = split(cell)
        if row in rows and letter in fields:
            by_row[row].append(cell)
    for row, cells in sorted(by_row.items()):
        whole = len(cells) * 2 > sum(1 for _ in _filled(sheet.rows[row - 1]))
        first = fields[split(cells[0])[0]]
        parts = "、".join(filter(None, (sheet.facts.struck[cell] for cell in cells)))
        what = "整行" if whole else f"{listed(cells)}" + (f"中的“{parts}”" if parts else "")
        yield Hazard("XL-STRUCK", cells[0], row, first, None, {"what": what})


def _filled(line: Iterable[object]) -> Iterator[object]:
    return (value for value in line if value is not None)
