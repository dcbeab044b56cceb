"""How values flow through the warehouse, column by column: from the fields of forms to indicators and pages."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from orchestration.release.columns import Column, Columns
from orchestration.release.lineage import Lineage

#: Indicator → the columns that its measures add up.
Measured = Mapping[str, set[Column]]


#: Schema → table → names of its columns.
Tables = Mapping[str, Mapping[str, list[str]]]


class Flow:
    """The graph of columns. ``parents``: a column of a table that SQL made → the columns that give it values."""

    def __init__(self, parents: Mapping[Column, set[Column]]) -> None:
        self.parents = parents
        self.children: dict[Column, set[Column]] = defaultdict(set)
        for column, found in parents.items():
            for parent in found:
                self.children[parent].add(column)

    @classmethod
    def read(cls, lineage: Lineage, tables: Tables, kept: Path | None = None) -> Flow:
        """Read the graph out of the SQL of all tables.

        ``kept``: where it stays until the SQL or a table changes. To read it takes longer than to publish the rest.
        """
        read_from = hashlib.sha256(json.dumps([lineage.queries, tables]).encode()).hexdigest()
        if kept is not None and kept.is_file():
            before = json.loads(kept.read_text(encoding="utf-8"))
            if before["read_from"] == read_from:
                return cls({tuple(column): set(map(tuple, found)) for column, found in before["parents"]})
        flow = cls(_parents_of_all(lineage, tables))
        if kept is not None:
            content = {"read_from": read_from, "parents": [[one, sorted(found)] for one, found in flow.parents.items()]}
            kept.parent.mkdir(parents=True, exist_ok=True)
            draft = kept.with_name(f".{kept.name}.new")
            draft.write_text(json.dumps(content), encoding="utf-8")
            draft.replace(kept)
        return flow

    def above(self, column: Column) -> set[Column]:
        """Return a column and all that its values come from."""
        return _reached(column, self.parents)

    def below(self, column: Column) -> set[Column]:
        """Return a column and all that take values from it."""
        return _reached(column, self.children)


def _parents_of_all(lineage: Lineage, tables: Tables) -> dict[Column, set[Column]]:
    known = {(table, name) for own in tables.values() for table, names in own.items() for name in names}
    columns = Columns(tables)
    return {
        (table, name): found & known
        for table, sql in lineage.queries.items()
        for name, found in _parents(columns, sql).items()
    }


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
