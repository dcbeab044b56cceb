"""A workbook to tables: the one entrance of the reader."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sources.contract import Catalog, Form
from sources.contract.units import Unit
from sources.reader import lines
from sources.reader.attributes import is_attribute_row, with_attributes
from sources.reader.column_cells import SheetColumns, report_valueless
from sources.reader.counts import counts_of
from sources.reader.grid import Merges, text
from sources.reader.hazards import hazards_of
from sources.reader.headers import name_of, unit_named, unit_of
from sources.reader.items_down import rearranged
from sources.reader.locate import Header, nearest
from sources.reader.model import Column, Failure, OtherRow, Reading, RowKind, Table
from sources.reader.other_tables import set_apart, unread
from sources.reader.parse import needs_unit, parse_field
from sources.reader.part import Part
from sources.reader.rows import NOTHING, classify
from sources.reader.sheet_name import worksheet_of
from sources.reader.stacked import parts_of
from sources.reader.stated import FORM_PROPERTY, department_of, kinds_above, period_received, period_said, version_said
from sources.reader.totals import totals_of
from sources.reader.workbook import Sheet, UnreadableError, Workbook, open_workbook


@dataclass(frozen=True)
class Chosen:
    """What the sender said about the file, None where they said nothing; ``received_on`` is the day on which it came."""

    form: str | None = None
    department: str | None = None
    period: str | None = None
    received_on: date | None = None


def read_workbook(
    path: Path,
    catalog: Catalog,
    *,
    form: str | None = None,
    department: str | None = None,
    period: str | None = None,
    name: str | None = None,
    received_on: date | None = None,
) -> Reading:
    """Read every form found in a workbook.

    ``form``, ``department`` and ``period`` are what the sender chose (ids, names); ``name`` is the file's name when
    ``path`` is a stored copy; ``received_on`` is today when the file is only looked at. Never raises for what the file holds: a file that cannot be opened or recognised gives a
    ``Reading`` without tables and with the failure.
    """
    name = name or path.name
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    try:
        book = open_workbook(path)
    except UnreadableError as error:
        return Reading(name, digest, [], [Failure(error.rule, shown={"reason": str(error)})])
    return read_sheets(book, catalog, Chosen(form, department, period, received_on), name, digest)


def read_sheets(book: Workbook, catalog: Catalog, chosen: Chosen, name: str, digest: str) -> Reading:
    """Read the forms of an opened workbook."""
    said = chosen.form or book.properties.get(FORM_PROPERTY)
    forms = list(catalog)
    wanted = [catalog.form(said)] if said and _known(catalog, said) else forms
    tables: list[Table] = []
    for sheet in book.sheets:
        if not sheet.visible and _helper(sheet):
            continue
        here = [form for form in wanted if _may_hold(sheet, form, book)]
        other = rearranged(sheet, here)
        for part in parts_of(other.sheet if other else sheet, here, forms, certain=bool(chosen.form)):
            table = _table(part, catalog, chosen, name, book)
            table.hazards += hazards_of(table, part.sheet, part.header.form, book, first=not tables)
            if other:
                other.restore(table)
            tables.append(table)
    if tables:
        if all(catalog.form(table.form).other_tables == "named" for table in tables):
            tables[0].hazards += unread(book.sheets, {worksheet_of(table.sheet) for table in tables})
        return Reading(name, digest, tables, [])
    return Reading(name, digest, [], [_unknown(book, forms)])


def _known(catalog: Catalog, name: str) -> bool:
    try:
        return bool(catalog.form(name))
    except KeyError:
        return False


def _may_hold(sheet: Sheet, form: Form, book: Workbook) -> bool:
    """Say whether a form may stand on a sheet: one that it names, or any when the workbook has none of those."""
    names = {name_of(name) for name in form.sheets}
    return name_of(sheet.name) in names or not any(name_of(other.name) in names for other in book.sheets)


def _helper(sheet: Sheet) -> bool:
    """A hidden sheet of a template holds choices, not data."""
    return sheet.name in ("选项", "代码表")


def _unknown(book: Workbook, forms: Iterable[Form]) -> Failure:
    """Say which form a workbook comes nearest to and what it lacks."""
    found = [header for sheet in book.sheets if (header := nearest(sheet, forms))]
    best = max(found, key=lambda header: header.score, default=None)
    if best is None:
        return Failure("A13", shown={"nearest": "没有一列与已登记的表相符"})
    missing = "、".join(best.form.fields[name].title for name in best.missing[:8])
    return Failure("A13", shown={"nearest": f"最接近《{best.form.title}》，缺{missing}"})


def _table(part: Part, catalog: Catalog, chosen: Chosen, name: str, book: Workbook) -> Table:
    sheet, header, form = part.sheet, part.header, part.header.form
    header_rows = with_attributes(sheet, header.rows)
    above = sheet.rows[part.first - 1 : header_rows[0] - 1]
    columns = _columns(sheet, header, header_rows, lines.units_in(above) or lines.units_in(part.head))
    serial = next((c.index - 1 for c in columns if c.field == "row_no"), None)
    body = classify(sheet, header_rows, [c.index - 1 for c in columns if c.field], serial, part.again)
    not_read = set_apart(part, header_rows, body, catalog)
    below = [sheet.rows[other.row - 1] for other in body.others if other.kind is RowKind.NOTE]
    table = Table(
        form=form.id,
        sheet=sheet.name,
        header_rows=header_rows,
        columns=columns,
        rows=body.data,
        values={},
        raws={},
        other_rows=sorted(
            [*kinds_above(above, part.first), *_units_in_header(sheet, header_rows), *body.others], key=lambda o: o.row
        ),
        problems=[],
        coercions=[],
        period_found=period_said(form, above, columns, part, name),
        department_found=lines.department_in([*above, *below]) or lines.department_in(part.head),
        version_found=version_said(form, book.properties, [*above, *part.head]),
        signatures=lines.signatures_in([*above, *below]),
        hidden=_hidden(sheet, columns, body.data),
        hazards=not_read,
    )
    table.is_nil = not body.data and any(_says_nothing(sheet.rows[other.row - 1]) for other in body.others)
    table.period = chosen.period or table.period_found or period_received(form, chosen.received_on)
    table.department = department_of(catalog, chosen.department, table.department_found, form)
    _fill(table, sheet, form, catalog, SheetColumns(sheet, body.data, epoch_1904=book.epoch_1904))
    return table


def _says_nothing(row: list[Any]) -> bool:
    return any(isinstance(value, str) and NOTHING.match(text(value)) for value in row)


def _fill(table: Table, sheet: Sheet, form: Form, catalog: Catalog, stored: SheetColumns) -> None:
    """Read every column of the table."""
    in_force = form.fields_in(table.period)
    for column in table.columns:
        if column.field is None or column.field not in in_force:
            continue
        field = in_force[column.field]
        if needs_unit(field) and column.unit_read is None:
            table.unitless.append(column.field)
            continue
        parse_field(table, column.field, field, stored.cells(column, field), catalog, form)
    report_valueless(table, sheet)
    table.totals = totals_of(table, sheet, form)
    table.counts = counts_of(table, sheet)


def _columns(sheet: Sheet, header: Header, header_rows: tuple[int, ...], stated: list[Unit]) -> list[Column]:
    """Return every column that has a header or a field, with the unit that stands nearest to it."""
    merges = Merges.of(sheet, range(header_rows[0], header_rows[-1] + 1))
    columns = []
    for position, path in enumerate(header.paths):
        name = header.fields.get(position)
        if not path and name is None:
            continue
        field = header.form.fields[name] if name else None
        unit = _unit(sheet, position + 1, header_rows, path, merges)
        wanted = "%" if field and field.suffix == "rate" else field.unit if field else None
        if wanted and (unit is None or unit.base != wanted):
            unit = next((stated_unit for stated_unit in stated if stated_unit.base == wanted), None)
        columns.append(
            Column(
                index=position + 1,
                path=path,
                field=name,
                title=field.title if field else None,
                unit=wanted,
                unit_read=unit.name if unit else None,
            )
        )
    return columns


def _unit(
    sheet: Sheet, column: int, header_rows: tuple[int, ...], path: tuple[str, ...], merges: Merges
) -> Unit | None:
    """Return the unit of a column from its unit row, its own header, or a parent's."""
    for row in reversed(header_rows):
        unit = unit_named(text(merges.value(sheet, row, column)))
        if unit:
            return unit
    return next((unit for part in reversed(path) if (unit := unit_of(part))), None)


def _units_in_header(sheet: Sheet, header_rows: tuple[int, ...]) -> list[OtherRow]:
    return [OtherRow(row, RowKind.UNIT) for row in header_rows[1:] if is_attribute_row(sheet, row)]


def _hidden(sheet: Sheet, columns: list[Column], rows: list[int]) -> list[str]:
    """Return the hidden rows and columns that hold data of the table, and the sheet itself when it is hidden."""
    data = {f"第{row}行" for row in rows}
    letters = {f"{column.letter}列" for column in columns}
    found = [place for place in sheet.facts.hidden if place in data or place in letters]
    return found if sheet.visible else [f"工作表“{sheet.name}”", *found]
