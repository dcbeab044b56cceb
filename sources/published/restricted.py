"""Rows that not everybody may read: schemas of a release beside ``main`` (``restricted:`` of a form).

What repeats their values (findings, events, decisions, raw text of cells) stands whole in ``RESTRICTED``; the tables of the
same names in ``main`` have the same rows with these values masked.
"""

from __future__ import annotations

from collections.abc import Mapping

import duckdb

from sources.published.parsed import parse, table_functions, tables

#: The schema of what repeats values of restricted forms. Pages for stewards and the reporting department read it.
RESTRICTED = "restricted"
#: Means of fewer ballots, and sums of fewer enterprises, are not told (domain.md, open point 12).
FEWEST = 3
#: Schema → the roles (``sources.decisions.Role``) that may read it: single enterprises' statistics, secret ballots.
READERS: Mapping[str, frozenset[str]] = {
    "statistics": frozenset({"indicator_owner"}),
    "ballots": frozenset({"assessment"}),
    RESTRICTED: frozenset(),
}


def unmask(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """Let ``fct_findings`` and its like mean the tables with all values; return the connection.

    For those who judge and those who sent the values. A release from before there were two of each has only one.
    """
    sql = "select count(*) from duckdb_schemas() where schema_name = ? and not internal"
    found = connection.execute(sql, [RESTRICTED]).fetchone()
    if found and found[0]:
        connection.execute(f"use {RESTRICTED}")
    return connection


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
