"""Rows that not everybody may read: schemas of a release beside ``main`` (``restricted:`` of a form)."""

from __future__ import annotations

from collections.abc import Mapping

import duckdb

#: Schema → the roles (``sources.decisions.Role``) that may read it: single enterprises' statistics, secret ballots.
READERS: Mapping[str, frozenset[str]] = {
    "statistics": frozenset({"indicator_owner"}),
    "ballots": frozenset({"assessment"}),
}


def restricted_schemas(connection: duckdb.DuckDBPyConnection, sql: str) -> set[str]:
    """Return the restricted schemas that a query reads, by whatever way it names them; a new schema counts at once."""
    found = connection.execute("select schema_name from duckdb_schemas() where not internal and schema_name <> 'main'")
    schemas = {name for (name,) in found.fetchall()}
    try:
        tables = connection.get_table_names(sql, qualified=True)
    except duckdb.BinderException:
        # Joins by USING cannot be asked; their schemas stand in how they are parsed.
        tables = _tables_parsed(connection, sql, schemas)
    except (duckdb.ParserException, duckdb.InvalidInputException):
        # EXPLAIN and PIVOT cannot be asked; what they read stands in their plan, or in their own words.
        text = f"{sql}\n{_plan(connection, sql)}".lower()
        return {schema for schema in schemas if schema in text}
    parts = {part.strip('"').lower() for table in tables for part in table.split(".")[:-1]}
    return schemas & parts


def _tables_parsed(connection: duckdb.DuckDBPyConnection, sql: str, schemas: set[str]) -> set[str]:
    """Return ``schema.`` for each schema that the parsed query names; all of them where it makes up a query by itself."""
    ((parsed,),) = connection.execute("select lower(cast(json_serialize_sql(?) as varchar))", [sql]).fetchall()
    if '"function_name":"query' in parsed:
        return {f"{schema}." for schema in schemas}
    return {f"{schema}." for schema in schemas if f'"schema_name":"{schema}"' in parsed}


def _plan(connection: duckdb.DuckDBPyConnection, sql: str) -> str:
    try:
        return "\n".join(str(row) for row in connection.execute(f"explain {sql}").fetchall())
    except duckdb.Error:
        return ""
