"""A reading to its judgement, without submitting anything: what ``taizhang check`` and the portal's preview show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from expectations.judge import Part, judge
from expectations.sheet import file_findings
from expectations.verdict import verdict
from sources.contract import Catalog
from sources.finding import Finding
from sources.reader.model import CoercionKind, Reading, Table, Value, raw_text
from sources.rules import Register

#: Keys of a finding in the JSON of ``check`` (architecture.md, *The command*).
FINDING_KEYS = ("rule", "level", "form", "sheet", "row", "cell", "field", "title", "value", "expected", "message")
#: Further keys of a contradiction: the cell on its other side, and the sheet where that is another one.
OTHER_SIDE = ("other_sheet", "other_cell")


@dataclass(frozen=True)
class Checked:
    """A reading with the findings about the file and about each of its tables."""

    reading: Reading
    about_file: Sequence[Finding]
    about_tables: Sequence[Sequence[Finding]]
    verdict: Literal["accepted", "rejected", "unreadable"]

    @property
    def findings(self) -> list[Finding]:
        """All findings, those about the file first."""
        return [*self.about_file, *(finding for found in self.about_tables for finding in found)]


def check(reading: Reading, catalog: Catalog, register: Register, received_on: date | None = None) -> Checked:
    """Judge everything that a workbook gave. Without ``received_on`` lateness is not looked at."""
    found: list[Sequence[Finding]] = [()] * len(reading.tables)
    for form_id in dict.fromkeys(table.form for table in reading.tables):
        places = [index for index, table in enumerate(reading.tables) if table.form == form_id]
        parts = [Part(reading.sha256, reading.tables[index], received_on) for index in places]
        for index, findings in zip(places, judge(catalog.forms[form_id], parts, catalog, register), strict=True):
            # What is on trial is for stewards.
            found[index] = [finding for finding in findings if not register.rule(finding.rule, finding.form).trial]
    about_file = file_findings(reading, None, register, catalog)
    return Checked(reading, about_file, found, _verdict(reading, about_file, found, catalog))


def _verdict(
    reading: Reading, about_file: Sequence[Finding], found: Sequence[Sequence[Finding]], catalog: Catalog
) -> Literal["accepted", "rejected", "unreadable"]:
    if not reading.tables:
        return "unreadable"
    pairs = zip(reading.tables, found, strict=True)
    verdicts = [verdict(catalog.forms[table.form], findings) for table, findings in pairs]
    return "rejected" if about_file or "rejected" in verdicts else "accepted"


def as_json(checked: Checked, catalog: Catalog, *, rows: bool = False) -> dict[str, Any]:
    """Return the judgement as one JSON object; with ``rows`` every value with its raw text and its cell."""
    return {
        "file": checked.reading.file,
        "sha256": checked.reading.sha256,
        "verdict": checked.verdict,
        "submissions": [_submission(table, catalog, rows) for table in checked.reading.tables],
        "findings": [_finding(finding) for finding in checked.findings],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    row = finding.as_row()
    return {key: row[key] for key in FINDING_KEYS} | {key: row[key] for key in OTHER_SIDE if row[key] is not None}


def _submission(table: Table, catalog: Catalog, rows: bool) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "form": table.form,
        "title": catalog.forms[table.form].title,
        "department": table.department,
        "period": table.period,
        "sheet": table.sheet,
        "header_rows": list(table.header_rows),
        "data_rows": [table.rows[0], table.rows[-1]] if table.rows else [],
        "columns": [
            {
                "column": column.letter,
                "path": list(column.path),
                "field": column.field,
                "title": column.title,
                "unit": column.unit,
                "unit_read": column.unit_read,
            }
            for column in table.columns
        ],
        "other_rows": [{"row": other.row, "kind": other.kind.value} for other in table.other_rows],
    }
    return {**shown, "rows": _rows(table, catalog)} if rows else shown


def _rows(table: Table, catalog: Catalog) -> list[dict[str, Any]]:
    titles = {name: catalog.forms[table.form].fields[name].title for name in table.values}
    skipped = {(c.field, c.row) for c in table.coercions if c.kind is CoercionKind.NOT_APPLICABLE}
    shown = []
    for index, row in enumerate(table.rows):
        values: dict[str, dict[str, Any]] = {}
        for name, title in titles.items():
            raw = raw_text(table.raws[name][index]) or None
            values[title] = {"value": _plain(table.values[name][index]), "raw": raw, "cell": table.cell(name, row)}
            if (name, row) in skipped:
                values[title]["not_applicable"] = True
        shown.append({"row": row, "values": values})
    return shown


def _plain(value: Value) -> str | int | float | bool | None:
    """Return a value as JSON holds it: decimals as numbers, dates in ISO form."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else value
