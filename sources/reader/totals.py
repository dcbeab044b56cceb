"""The sums that a department wrote under its lists, each with the rows it should add up."""

from __future__ import annotations

from decimal import Decimal

from sources.contract import FieldType, Form
from sources.contract.units import UNITS
from sources.reader import values
from sources.reader.model import RowKind, Table, Total, raw_text
from sources.reader.workbook import Sheet

#: Money, areas and counts add up; rates, years and serial numbers do not.
_ADDS = frozenset({FieldType.MONEY, FieldType.NUMBER, FieldType.COUNT})


def totals_of(table: Table, sheet: Sheet, form: Form) -> list[Total]:
    """Return every number in a total or subtotal row, in base units.

    A total adds all data rows. A subtotal adds the rows back to the previous subtotal or section title; when none
    stand above it, the rows below it down to the next one.
    """
    found = []
    for other in table.other_rows:
        if other.row <= table.header_rows[-1] or other.kind not in (RowKind.TOTAL, RowKind.SUBTOTAL):
            continue
        rows = tuple(table.rows) if other.kind is RowKind.TOTAL else _under(table, other.row)
        if rows:
            found.extend(_numbers(table, sheet, form, other.row, rows))
    return found


def _under(table: Table, row: int) -> tuple[int, ...]:
    marks = sorted(
        other.row for other in table.other_rows if other.kind in (RowKind.SUBTOTAL, RowKind.TOTAL, RowKind.TITLE)
    )
    before = max((mark for mark in marks if mark < row), default=table.header_rows[-1])
    above = tuple(data for data in table.rows if before < data < row)
    if above:
        return above
    after = min((mark for mark in marks if mark > row), default=max(table.rows, default=0) + 1)
    return tuple(data for data in table.rows if row < data < after)


def _numbers(table: Table, sheet: Sheet, form: Form, row: int, rows: tuple[int, ...]) -> list[Total]:
    found = []
    for column in table.columns:
        field = form.fields.get(column.field or "")
        raw = sheet.cell(row, column.index)
        if (
            column.field not in table.values
            or field is None
            or field.type not in _ADDS
            or not field.adds
            or raw is None
        ):
            continue
        factor = UNITS[column.unit_read].factor if column.unit_read else Decimal(1)
        try:
            value, _ = values.number(raw, factor, Decimal("0.0001"), field.unit)
        except values.UnfitError:
            continue
        if isinstance(value, Decimal):
            found.append(Total(column.field, row, f"{column.letter}{row}", raw_text(raw), value, rows))
    return found
