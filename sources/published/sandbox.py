"""What a query may read: decided from how DuckDB itself parses it, before it runs.

All schemas of a release lie in one file and DuckDB has no rights per schema, so the tables that a query names are looked
at: only those of allowed schemas, and only table functions that read nothing. What is not known is refused.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import Any

import duckdb

#: Schemas that are open to everybody who may query at all.
OPEN = frozenset({"main", "information_schema"})
#: Table functions that make rows of their arguments; others read tables by name, files or the engine's insides.
_HARMLESS = frozenset({"range", "generate_series", "unnest"})
_ONE_SELECT = "只能执行一条查询（select、with、from、values、describe、summarize）"


class RefusedQueryError(Exception):
    """The query is no single SELECT, or reads what it may not; the text says so in Chinese."""


def check_query(connection: duckdb.DuckDBPyConnection, sql: str, schemas: Collection[str] = OPEN) -> None:
    """Raise ``RefusedQueryError`` unless ``sql`` is one query that reads tables of ``schemas`` only."""
    row = connection.execute("select json_serialize_sql(?::varchar), current_database()", [sql]).fetchone()
    assert row is not None
    parsed, catalog = json.loads(row[0]), str(row[1])
    if parsed["error"]:
        if parsed.get("error_type") == "not implemented":
            raise RefusedQueryError(_ONE_SELECT)
        raise RefusedQueryError(f"SQL 无法执行：{parsed['error_message']}")
    if len(parsed["statements"]) != 1:
        raise RefusedQueryError(f"{_ONE_SELECT}，收到 {len(parsed['statements'])} 条")
    allowed = {*(schema.lower() for schema in schemas), catalog.lower()}
    for node in _nodes(parsed["statements"][0]):
        _check(node, allowed)


def _check(node: dict[str, Any], allowed: Collection[str]) -> None:
    if node.get("type") in ("BASE_TABLE", "SHOW_REF"):
        path = [part for part in _path(node)[:-1] if part]
        if foreign := next((part for part in path if part.lower() not in allowed), None):
            raise RefusedQueryError(f"没有权限读取“{foreign}”中的表")
    elif node.get("type") == "TABLE_FUNCTION":
        name = str(node["function"]["function_name"])
        if name.lower() not in _HARMLESS:
            raise RefusedQueryError(f"不能使用表函数“{name}”，只能读取当前版本中的表")


def _path(node: dict[str, Any]) -> list[str]:
    named = node.get("qualified_name", {}).get("path") or []
    return [str(node.get("catalog_name") or ""), str(node.get("schema_name") or ""), *map(str, named)]


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
