"""Rows that not everybody may read: schemas of a release beside ``main`` (``restricted:`` of a form)."""

from __future__ import annotations

from collections.abc import Mapping

import duckdb

from sources.published.parsed import parse, table_functions, tables

#: Schema → the roles (``sources.decisions.Role``) that may read it: single enterprises' statistics, secret ballots.
READERS: Mapping[str, frozenset[str]] = {
    "statistics": frozenset({"indicator_owner"}),
    "ballots": frozenset({"assessment"}),
}


def restricted_schemas(connection: duckdb.DuckDBPyConnection, sql: str) -> set[str]:
    """Return the restricted schemas that a query reads, by whatever way it names them; a new schema counts at once."""
    found = connection.execute("select schema_name from duckdb_schemas() where not internal and schema_name <> 'main'")
    schemas = {name for (name,) in found.fetchall()}
    parsed = parse(connection, sql)
    if parsed["error"]:
        # EXPLAIN and PIVOT cannot be parsed alone; what they read stands in their plan, or in their own words.
        text = f"{sql}\n{_plan(connection, sql)}".lower()
        return {schema for schema in schemas if schema in text}
    if any(name.lower().startswith("query") for name in table_functions(parsed["statements"])):
        # A query made up while it runs may read anything.
        return schemas
    return schemas & {part.lower() for table in tables(parsed["statements"]) for part in table[:-1]}


def _plan(connection: duckdb.DuckDBPyConnection, sql: str) -> str:
    try:
        return "\n".join(str(row) for row in connection.execute(f"explain {sql}").fetchall())
    except duckdb.Error:
        return ""
