"""Tables that were read, and findings on them, to the Arrow tables of ``landing/``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pyarrow as pa

from sources.contract import Catalog, Form
from sources.finding import Finding
from sources.landing.schema import COERCIONS, COLUMNS, FINDINGS, rows_schema
from sources.reader.model import Table


@dataclass(frozen=True)
class Accepted:
    """A table that may land: whose it is, when it counts as reported, and the rows that are held back."""

    submission_id: str
    reported_on: date | None
    table: Table
    held: frozenset[int] = field(default_factory=frozenset)


def form_rows(form: Form, accepted: Sequence[Accepted]) -> pa.Table:
    """Return the rows of a batch with the form's landing schema; fields a sheet lacks are null."""
    schema = rows_schema(form)
    return pa.concat_tables([_rows(form, schema, one) for one in accepted]) if accepted else schema.empty_table()


def _rows(form: Form, schema: pa.Schema, one: Accepted) -> pa.Table:
    table, count = one.table, len(one.table.rows)
    known: dict[str, Any] = {
        "submission_id": one.submission_id,
        "department": table.department,
        "period": table.period,
        "reported_on": one.reported_on,
        "sheet": table.sheet,
    }
    arrays = []
    for column in schema:
        if column.name == "sheet_row":
            arrays.append(pa.array(table.rows, column.type))
        elif column.name in form.fields:
            values = table.values.get(column.name)
            arrays.append(pa.nulls(count, column.type) if values is None else pa.array(values, column.type))
        else:
            arrays.append(pa.repeat(pa.scalar(known[column.name], column.type), count))
    rows = pa.Table.from_arrays(arrays, schema=schema)
    if not one.held:
        return rows
    return rows.filter(pa.array([row not in one.held for row in table.rows], pa.bool_()))


def column_rows(parts: Iterable[tuple[str, Table]]) -> pa.Table:
    """Return the headers of (submission, table) pairs."""
    return pa.Table.from_pylist(
        [
            {
                "submission_id": identity,
                "form": table.form,
                "sheet": table.sheet,
                "column_letter": column.letter,
                "header": " / ".join(column.path),
                "field": column.field,
                "title": column.title,
                "unit": column.unit,
                "unit_read": column.unit_read,
            }
            for identity, table in parts
            for column in table.columns
        ],
        schema=COLUMNS,
    )


def coercion_rows(parts: Iterable[tuple[str, Table]], catalog: Catalog) -> pa.Table:
    """Return the coercions of (submission, table) pairs; the raw text of personal cells stays in the inbox."""
    found = []
    for identity, table in parts:
        coercions = table.coercions
        fields = catalog.forms[table.form].fields
        personal = {name for name, field in fields.items() if field.personal}
        count = len(coercions)
        found.append(
            pa.Table.from_arrays(
                [
                    pa.repeat(pa.scalar(identity, pa.string()), count),
                    pa.repeat(pa.scalar(table.form, pa.string()), count),
                    pa.repeat(pa.scalar(table.sheet, pa.string()), count),
                    pa.array([c.row for c in coercions], pa.int64()),
                    pa.array([c.field for c in coercions], pa.string()),
                    pa.array([c.cell for c in coercions], pa.string()),
                    pa.array([None if c.field in personal else c.raw for c in coercions], pa.string()),
                    pa.array([c.kind.value for c in coercions], pa.string()),
                ],
                schema=COERCIONS,
            )
        )
    return pa.concat_tables(found) if found else COERCIONS.empty_table()


def finding_rows(findings: Iterable[Finding]) -> pa.Table:
    """Return findings with the landing schema."""
    return pa.Table.from_pylist([finding.as_row() for finding in findings], schema=FINDINGS)
