"""What a query of the portal may read.

All schemas of a release lie in one file and DuckDB has no rights per schema, so the tables that a query names are looked
at: only those of allowed schemas, and only table functions that read nothing. What is not known is refused.
"""

from __future__ import annotations

from collections.abc import Collection

import duckdb

from sources.published.parsed import parse, table_functions, tables

#: Schemas that are open to everybody who may query at all.
OPEN = frozenset({"main", "information_schema"})
#: Table functions that make rows of their arguments; others read tables by name, files or the engine's insides.
_HARMLESS = frozenset({"range", "generate_series", "unnest"})
_ONE_SELECT = "只能执行一条查询（select、with、from、values、describe、summarize）"


class RefusedQueryError(Exception):
    """The query is no single SELECT, or reads what it may not; the text says so in Chinese."""


def check_query(connection: duckdb.DuckDBPyConnection, sql: str, schemas: Collection[str] = OPEN) -> None:
    """Raise ``RefusedQueryError`` unless ``sql`` is one query that reads tables of ``schemas`` only."""
    parsed = parse(connection, sql)
    if parsed["error"]:
        if parsed.get("error_type") == "not implemented":
            raise RefusedQueryError(_ONE_SELECT)
        raise RefusedQueryError(f"SQL 无法执行：{parsed['error_message']}")
    if len(parsed["statements"]) != 1:
        raise RefusedQueryError(f"{_ONE_SELECT}，收到 {len(parsed['statements'])} 条")
    allowed = {schema.lower() for schema in (*schemas, _catalog(connection))}
    for table in tables(parsed["statements"]):
        if foreign := next((part for part in table[:-1] if part.lower() not in allowed), None):
            raise RefusedQueryError(f"没有权限读取“{foreign}”中的表")
    for name in table_functions(parsed["statements"]):
        if name.lower() not in _HARMLESS:
            raise RefusedQueryError(f"不能使用表函数“{name}”，只能读取当前版本中的表")


def _catalog(connection: duckdb.DuckDBPyConnection) -> str:
    ((catalog,),) = connection.execute("select current_database()").fetchall()
    return str(catalog)
