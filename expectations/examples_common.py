"""The examples of the rules of every form as tables: the form's good rows, changed or with what the reader noticed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from expectations.examples import FIRST_ROW, FormExamples, example_table
from sources.contract import Catalog
from sources.reader.model import Column, Hazard, Problem, Signature, StatedCount, Table, Total

#: What the reader says of a sheet in several parts, by the attribute of ``Table``.
_PARTS: dict[str, Any] = {"signatures": Signature, "counts": StatedCount, "totals": Total}


def common_tables(declared: Mapping[str, Any], catalog: Catalog, forms: Mapping[str, FormExamples]) -> list[Table]:
    """Return the tables of one example of ``common.yaml``; none where it is no example of a table.

    Raises ``KeyError`` for a form that is unknown or has no examples.
    """
    if "form" not in declared:
        return []
    form = catalog.forms[declared["form"]]
    good = forms[form.id].passes[0]
    facts = {name: _fact(name, value) for name, value in declared.get("sheet", {}).items()}
    rows, without = declared.get("rows", [{}]), declared.get("without", ())
    sheets = declared.get("sheets", ["Sheet1"])
    tables = [example_table(form, good, rows, without, sheet=sheet, **facts) for sheet in sheets]
    for table in tables:
        _notice(table, declared)
    return tables


def _fact(name: str, value: Any) -> Any:
    return [_PARTS[name](**one) for one in value] if name in _PARTS else value


def _notice(table: Table, declared: Mapping[str, Any]) -> None:
    """Put in what the reader noticed: columns of nobody, a cell without a value, what a spreadsheet did."""
    for offset, title in enumerate(declared.get("extra", ()), start=1):
        table.columns.append(Column(len(table.columns) + offset, (title,)))
    if unread := declared.get("unread"):
        name, cell = unread["field"], table.cell(unread["field"], FIRST_ROW) or ""
        table.values[name] = [None] * len(table.rows)
        table.problems.append(Problem(declared["rule"], name, FIRST_ROW, cell, unread["raw"]))
    if hazard := declared.get("hazard"):
        field = hazard.get("field")
        at, row = (table.cell(field, FIRST_ROW), FIRST_ROW) if field else (None, None)
        table.hazards.append(Hazard(declared["rule"], at, row, field, None, dict(hazard["shown"])))
