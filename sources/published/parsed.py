"""What a query names, from how DuckDB itself parses it, before it runs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import duckdb


def parse(connection: duckdb.DuckDBPyConnection, sql: str) -> dict[str, Any]:
    """Return what DuckDB parses: ``statements``, or ``error`` with its type (``not implemented`` for EXPLAIN, PIVOT …)."""
    ((text,),) = connection.execute("select json_serialize_sql(?::varchar)", [sql]).fetchall()
    found: dict[str, Any] = json.loads(text)
    return found


def tables(statement: Any) -> Iterator[list[str]]:
    """Yield each table that a statement names, as it stands there: its name, and before it schema and catalog if named."""
    for node in _nodes(statement):
        if node.get("type") in ("BASE_TABLE", "SHOW_REF"):
            # Before DuckDB 2 the parts stood apart, since then they are one path.
            path = node.get("qualified_name", {}).get("path") or [node.get("table_name")]
            yield [str(part) for part in (node.get("catalog_name"), node.get("schema_name"), *path) if part]


def table_functions(statement: Any) -> Iterator[str]:
    """Yield the name of each function that a statement reads rows from."""
    for node in _nodes(statement):
        if node.get("type") == "TABLE_FUNCTION":
            yield str(node["function"]["function_name"])


def _nodes(parsed: Any) -> Iterator[dict[str, Any]]:
    """Yield every node of a parsed statement."""
    waiting = [parsed]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            yield node
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)
