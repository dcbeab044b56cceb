"""How values flow through the warehouse, column by column: from the fields of forms to indicators and pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from orchestration.release.columns import Column, Columns
from orchestration.release.lineage import Lineage

#: Indicator → the columns that its measures add up.
Measured = Mapping[str, set[Column]]


class Flow:
    """The graph of columns. ``tables``: schema → table → names of its columns."""

    def __init__(self, lineage: Lineage, tables: Mapping[str, Mapping[str, list[str]]]) -> None:
        self.parents: dict[Column, set[Column]] = {}
        self.children: dict[Column, set[Column]] = defaultdict(set)
        known = {(table, name) for own in tables.values() for table, names in own.items() for name in names}
        columns = Columns(tables)
        for table, sql in lineage.queries.items():
            for name, found in _parents(columns, sql).items():
                kept = self.parents[table, name] = found & known
                for parent in kept:
                    self.children[parent].add((table, name))

    def above(self, column: Column) -> set[Column]:
        """Return a column and all that its values come from."""
        return _reached(column, self.parents)

    def below(self, column: Column) -> set[Column]:
        """Return a column and all that take values from it."""
        return _reached(column, self.children)


def _parents(columns: Columns, sql: str) -> dict[str, set[Column]]:
    try:
        return columns.parents(sql)
    except SqlglotError:
        # What is not understood has no lineage by column; that by table stands.
        return {}


def _reached(start: Column, edges: Mapping[Column, set[Column]]) -> set[Column]:
    found, waiting = {start}, [start]
    while waiting:
        more = edges.get(waiting.pop(), set()) - found
        found |= more
        waiting.extend(more)
    return found


def measured(metrics: Mapping[str, Any]) -> Measured:
    """Return the columns behind each indicator, out of dbt's semantic manifest."""
    behind: dict[str, set[Column]] = {}
    for model in metrics.get("semantic_models", ()):
        table = model["node_relation"]["alias"]
        for measure in model["measures"]:
            behind[measure["name"]] = {(table, name) for name in _named(measure.get("expr") or measure["name"])}
    found: dict[str, set[Column]] = defaultdict(set)
    for metric in metrics.get("metrics", ()):
        indicator = ((metric.get("config") or {}).get("meta") or {}).get("id")
        if indicator:
            for given in metric["type_params"]["input_measures"]:
                found[indicator] |= behind.get(given["name"], set())
    return found


def _named(expression: str) -> Sequence[str]:
    """Return the columns that an expression of a measure names."""
    return [column.name for column in sqlglot.parse_one(expression, dialect="duckdb").find_all(exp.Column)]
