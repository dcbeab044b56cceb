"""Write the workbook of a form: empty for a clerk, or with rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from sources.contract import Catalog, Field, Form
from sources.periods import chinese
from sources.template import look
from sources.template.choices import Choices
from sources.template.columns import Value, header, is_quantity, number_format, stored, width
from sources.template.explain import add_explanation
from sources.template.package import save

TITLE_ROW, INFO_ROW, HEADER_ROW = 1, 2, 3
FIRST_DATA_ROW = HEADER_ROW + 1
#: Rows that carry drop-downs and checks even when the workbook is empty.
PREPARED_ROWS = 500
#: Custom document properties by which the reader knows the form and its version.
FORM_PROPERTY, VERSION_PROPERTY = "taizhang_form", "taizhang_version"
#: A piece of the information line takes columns until it has this many characters.
_PIECE_WIDTH = 26.0
_LONGEST_SHEET_NAME = 31
#: Below the header instead of rows: nothing to report in this period.
NOTHING = "本期无"


@dataclass(frozen=True)
class Heading:
    """What the lines above the table say; None leaves the place behind the colon empty."""

    period: str | None = None
    department: str | None = None
    filler: str | None = None
    reviewer: str | None = None


def write_template(
    form: Form, catalog: Catalog, path: Path, *, period: str | None = None, department: str | None = None
) -> None:
    """Write the empty workbook of a form.

    ``period`` (such as ``2026-03``) goes into the title; ``department`` (id or name) into 填报单位, else the form's own.
    Raises ``KeyError`` for an unknown department and ``OSError`` when the file cannot be written.
    """
    write_rows(form, catalog, path, (), period=period, department=department)


def write_nil(
    form: Form, catalog: Catalog, path: Path, *, period: str, department: str, filler: str, reviewer: str
) -> None:
    """Write the workbook that says that there is nothing to report (本期无). Raises what ``write_template`` raises."""
    write_rows(
        form, catalog, path, (), period=period, department=department, filler=filler, reviewer=reviewer, note=NOTHING
    )


def write_rows(
    form: Form,
    catalog: Catalog,
    path: Path,
    rows: Sequence[Mapping[str, Value]],
    *,
    period: str | None = None,
    department: str | None = None,
    filler: str | None = None,
    reviewer: str | None = None,
    note: str | None = None,
) -> None:
    """Write the workbook of a form with rows of typed values: money in 万元, ratios as fractions, fields by name.

    A field that a row does not name stays empty; ``note`` stands below the rows. Raises ``KeyError`` for a field that the form does not have in the
    period or for an unknown department, and ``OSError`` when the file cannot be written.
    """
    fields = form.fields_in(period)
    for row in rows:
        if unknown := [name for name in row if name not in fields]:
            raise KeyError(f"表 {form.id} 没有字段 {'、'.join(unknown)}")
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = form.title[:_LONGEST_SHEET_NAME]
    said = Heading(period, _department_name(catalog, department or form.department), filler, reviewer)
    _columns(sheet, fields)
    _heading(sheet, form, said, len(fields))
    _header(sheet, fields)
    _validations(workbook, sheet, form, fields, catalog, max(PREPARED_ROWS, len(rows)))
    _rows(sheet, fields, rows)
    if note:
        sheet.cell(FIRST_DATA_ROW + len(rows), 1, note)
    add_explanation(workbook, form, fields, catalog)
    look.print_setup(sheet, len(fields), HEADER_ROW)
    properties: Any = workbook.custom_doc_props  # type: ignore[attr-defined]  # unknown to the stubs
    properties.append(StringProperty(name=FORM_PROPERTY, value=form.id))
    properties.append(StringProperty(name=VERSION_PROPERTY, value=form.version))
    save(workbook, path)


def _department_name(catalog: Catalog, department: str) -> str:
    spelled = catalog.code_lists["departments"].spellings()
    if department not in spelled:
        raise KeyError(f"没有部门“{department}”。现有：{'、'.join(catalog.code_lists['departments'].names)}")
    return spelled[department]


def _columns(sheet: Worksheet, fields: Mapping[str, Field]) -> None:
    """Format whole columns: rows that nobody has typed yet keep the right format without being written."""
    looks: dict[tuple[str, bool], Any] = {}
    for position, field in enumerate(fields.values(), start=1):
        dimension: Any = sheet.column_dimensions[get_column_letter(position)]
        dimension.width = width(field)
        kind = (number_format(field), is_quantity(field))
        if kind not in looks:
            dimension.number_format = kind[0]
            dimension.font, dimension.border = look.BODY, look.GRID
            dimension.alignment = look.RIGHT if kind[1] else look.LEFT
            looks[kind] = dimension._style
        dimension._style = copy(looks[kind])


def _heading(sheet: Worksheet, form: Form, said: Heading, columns: int) -> None:
    """Write the title over the table and the line with who reports what."""
    title = f"{form.title}（{chinese(said.period)}）" if said.period else form.title
    pieces = (
        f"填报单位：{said.department or ''}",
        f"填报期间：{chinese(said.period) if said.period else ''}",
        f"填报人：{said.filler or ''}",
        f"审核人：{said.reviewer or ''}",
        f"模板 {form.code} {form.version}",
    )
    # Without a look of their own these rows would show the columns' grid lines.
    for row, height in ((TITLE_ROW, 32), (INFO_ROW, 20)):
        sheet.row_dimensions[row].height = height
        sheet.row_dimensions[row].font = look.INFO
    last = _pieces(sheet, pieces)
    cell = sheet.cell(TITLE_ROW, 1)
    look.write_text(cell, title)
    cell.font, cell.alignment = look.TITLE, look.CENTER
    sheet.merge_cells(
        start_row=TITLE_ROW, end_row=TITLE_ROW, start_column=1, end_column=max(min(columns, last + 3), last)
    )


def _pieces(sheet: Worksheet, pieces: Sequence[str]) -> int:
    """Write each piece over enough columns to be typed into; return the last column used."""
    column = 1
    for number, piece in enumerate(pieces):
        end, wide = column, 0.0
        while True:
            wide += sheet.column_dimensions[get_column_letter(end)].width
            if wide >= _PIECE_WIDTH:
                break
            end += 1
        cell = sheet.cell(INFO_ROW, column)
        look.write_text(cell, piece)
        cell.font = look.SMALL if number == len(pieces) - 1 else look.INFO
        cell.alignment = look.LINE_LEFT
        if end > column:
            sheet.merge_cells(start_row=INFO_ROW, end_row=INFO_ROW, start_column=column, end_column=end)
        column = end + 1
    return column - 1


def _header(sheet: Worksheet, fields: Mapping[str, Field]) -> None:
    looks: dict[bool, Any] = {}
    for position, field in enumerate(fields.values(), start=1):
        cell: Any = sheet.cell(HEADER_ROW, position)
        look.write_text(cell, header(field))
        if field.required not in looks:
            cell.font, cell.border, cell.alignment = look.HEADING, look.GRID, look.CENTER
            cell.fill = look.fill(look.REQUIRED_FILL if field.required else look.HEADER_FILL)
            looks[field.required] = cell._style
        cell._style = copy(looks[field.required])
    sheet.row_dimensions[HEADER_ROW].height = 36
    sheet.freeze_panes = f"{get_column_letter(_name_column(fields) + 1)}{FIRST_DATA_ROW}"
    last = get_column_letter(len(fields))
    sheet.auto_filter.ref = f"A{HEADER_ROW}:{last}{HEADER_ROW + PREPARED_ROWS}"


def _name_column(fields: Mapping[str, Field]) -> int:
    """Return the column that names the row: it stays in sight when a clerk scrolls right."""
    for position, name in enumerate(fields, start=1):
        if name.endswith("_name") and position <= 6:
            return position
    return 1


def _validations(
    workbook: Workbook, sheet: Worksheet, form: Form, fields: Mapping[str, Field], catalog: Catalog, rows: int
) -> None:
    choices = Choices(workbook, catalog, form)
    for position, name in enumerate(fields, start=1):
        letter = get_column_letter(position)
        choices.add(sheet, name, f"{letter}{FIRST_DATA_ROW}:{letter}{HEADER_ROW + rows}")


def _rows(sheet: Worksheet, fields: Mapping[str, Field], rows: Sequence[Mapping[str, Value]]) -> None:
    """Write the values; a style is made once per column and shared, which is most of the time saved."""
    positions = {name: position for position, name in enumerate(fields, start=1)}
    dimensions: Any = sheet.column_dimensions
    styles = {name: dimensions[get_column_letter(position)]._style for name, position in positions.items()}
    quoted = ("=", "+", "-", "@")
    for number, row in enumerate(rows, start=FIRST_DATA_ROW):
        for name, value in row.items():
            shown = stored(value)
            if shown is None:
                continue
            cell: Any = sheet.cell(number, positions[name], shown)
            cell._style = copy(styles[name])
            if isinstance(shown, str):
                cell.data_type = "s"
                if shown.startswith(quoted):
                    cell.quotePrefix = True
