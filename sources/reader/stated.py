"""What the lines above a table, its sheet and its file say of it: the period, the department, the template's version."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

from sources.contract import Catalog, Form
from sources.periods import SHANGHAI, containing
from sources.reader import lines
from sources.reader.grid import text
from sources.reader.model import Column, OtherRow, RowKind
from sources.reader.part import Part
from sources.reader.period import find_period

#: Custom properties that a template carries.
FORM_PROPERTY = "taizhang_form"
VERSION_PROPERTY = "taizhang_version"


def kinds_above(rows: list[list[Any]], first: int) -> list[OtherRow]:
    """Return what the rows above a header are, the first of them being sheet row ``first``: titles, units or blank."""
    found = []
    for number, row in enumerate(rows, start=first):
        cells = [text(value) for value in row if value is not None and text(value)]
        kind = RowKind.BLANK if not cells else RowKind.UNIT if lines.units_in([row]) else RowKind.TITLE
        found.append(OtherRow(number, kind))
    return found


def period_received(form: Form, day: date | None) -> str | None:
    """Return the period in which a form came, when that is the one it reports."""
    if form.dated != "receipt":
        return None
    return containing(day or datetime.now(SHANGHAI).date(), "month" if form.period == "event" else form.period)


def period_said(form: Form, above: list[list[Any]], columns: list[Column], part: Part, name: str) -> str | None:
    """Return the period that the titles, the header, the sheet's name or the file's name says, in this order."""
    titles, head = ([value for row in rows for value in row if isinstance(value, str)] for rows in (above, part.head))
    headers = [part for column in columns if column.field for part in column.path]
    kind = "month" if form.period == "event" else form.period
    return find_period(kind, (titles, headers, head, [part.sheet.name], [Path(name).stem]))


def version_said(form: Form, properties: dict[str, str], above: list[list[Any]]) -> str | None:
    """Return the version of the template: from the properties of the file, else as printed on the sheet."""
    if properties.get(FORM_PROPERTY) == form.id and VERSION_PROPERTY in properties:
        return properties[VERSION_PROPERTY]
    return lines.version_in(above)


def department_of(catalog: Catalog, chosen: str | None, found: str | None, form: Form) -> str | None:
    """Return the department's id: the sender's choice, else the 填报单位 line, else the form's owner."""
    if chosen is None and found is None:
        return form.department
    spelled = catalog.code_lists["departments"].spellings()
    ids = {name: code for code, name in catalog.code_lists["departments"].codes.items()}
    name = spelled.get((chosen or found or "").strip())
    return ids.get(name) if name else None
