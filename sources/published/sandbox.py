"""What a query of the portal may read.

All schemas of a release lie in one file and DuckDB has no rights per schema, so the tables that a query names are looked
at: only those of allowed schemas, and only table functions that read nothing. What is not known is refused. An EXPLAIN is
looked at as the query that it explains, a PIVOT as the SELECT that it comes to.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

import duckdb

from sources.published.parsed import parse, table_functions, tables
from sources.published.pivot import PivotError, is_pivot, words, written_out

#: Schemas that are open to everybody who may query at all.
OPEN = frozenset({"main", "information_schema"})
#: Table functions that make rows of their arguments; others read tables by name, files or the engine's insides.
_HARMLESS = frozenset({"range", "generate_series", "unnest"})
_ONE_SELECT = "只能执行一条查询（select、with、from、values、describe、show、summarize、pivot、unpivot、explain）"
#: EXPLAIN ANALYZE runs what it explains; ``(format json)`` and the like only say how the plan is drawn.
_EXPLAIN = re.compile(r"explain(\s*\(\s*format\s+\w+\s*\))?\s+", re.IGNORECASE)


class RefusedQueryError(Exception):
    """The query is no single SELECT, or reads what it may not; the text says so in Chinese."""


def check_query(connection: duckdb.DuckDBPyConnection, sql: str, schemas: Collection[str] = OPEN) -> str:
    """Return what is to be run for a query that reads tables of ``schemas`` only: the query, of a PIVOT its SELECT.

    Raises ``RefusedQueryError`` for anything else.
    """
    parsed = parse(connection, sql)
    if not parsed["error"]:
        _check_parsed(connection, parsed["statements"], schemas)
        return sql
    if parsed.get("error_type") != "not implemented":
        raise RefusedQueryError(f"SQL 无法执行：{parsed['error_message']}")
    plain = " ".join(words(sql))
    if explained := _EXPLAIN.match(plain):
        return explained[0] + check_query(connection, plain[explained.end() :], schemas)
    if not is_pivot(sql):
        raise RefusedQueryError(_ONE_SELECT)
    try:
        select = written_out(connection, sql, lambda made: _check_select(connection, made, schemas))
    except PivotError as error:
        raise RefusedQueryError(str(error)) from error
    _check_select(connection, select, schemas)
    return select


def _check_select(connection: duckdb.DuckDBPyConnection, sql: str, schemas: Collection[str]) -> None:
    parsed = parse(connection, sql)
    if parsed["error"]:
        raise RefusedQueryError(f"SQL 无法执行：{parsed['error_message']}")
    _check_parsed(connection, parsed["statements"], schemas)


def _check_parsed(connection: duckdb.DuckDBPyConnection, statements: list[Any], schemas: Collection[str]) -> None:
    if len(statements) != 1:
        raise RefusedQueryError(f"{_ONE_SELECT}，收到 {len(statements)} 条")
    allowed = {schema.lower() for schema in (*schemas, _catalog(connection))}
    for table in tables(statements):
        if foreign := next((part for part in table[:-1] if part.lower() not in allowed), None):
            raise RefusedQueryError(f"没有权限读取“{foreign}”中的表")
    for name in table_functions(statements):
        if name.lower() not in _HARMLESS:
            raise RefusedQueryError(f"不能使用表函数“{name}”，只能读取当前版本中的表")


def _catalog(connection: duckdb.DuckDBPyConnection) -> str:
    ((catalog,),) = connection.execute("select current_database()").fetchall()
    return str(catalog)
