"""What is in a warehouse file: tables with columns and rows, submissions in force, open findings, indicators."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import duckdb

from sources.published.read import rows_of
from sources.published.restricted import unmask

#: The accepted submission that counts for each department, form and period.
_IN_FORCE = """
    select submission_id, form, department, period, sheet, file, sha256, received_at, data_rows, correction_id
    from fct_submissions
    where is_in_force
    order by department, form, period
"""
#: Accepted for a locked period: waits for a correction that is approved.
_WAITING = """
    select submission_id, form, department, period, sheet, file, locked_at
    from fct_submissions
    where awaits_correction and is_latest
    order by department, form, period
"""

#: What this release saw of findings that the ledger did not know, and the moment it was built for.
_NEW_EVENTS = "select * from fct_finding_events where is_new order by event_id"
_FIGURES = "select * from int_indicator_figures order by indicator_id, period, scope"
_MARK = "select sequence + 1 as sequence, as_of as happened_at from int_last_release"

_COLUMNS = """
    select table_schema, table_name, column_name, data_type
    from information_schema.columns
    order by table_schema, table_name, ordinal_position
"""


def survey(connection: duckdb.DuckDBPyConnection, count: Callable[[str], int]) -> dict[str, Any]:
    """Return the contents as JSON can hold them; ``count`` gives the rows of a table.

    ``tables``: name → ``{"rows", "columns": [[name, type]…]}``; ``restricted``: schema → tables alike; ``inputs``: the submissions in force; ``waiting``:
    those that wait for a correction; ``events`` and ``mark``: what the ledger of findings is to remember
    (``events.write_events``); ``figures``: every figure and what it rests on; ``findings``: level → number of open
    findings; ``indicators``: the rows of ``dim_indicators``.
    """
    unmask(connection)
    columns = columns_of(connection)
    tables = {name: {"rows": count(name), "columns": own} for name, own in columns.pop("main", {}).items()}
    remembers = "fct_finding_events" in tables
    return {
        "tables": tables,
        "restricted": {
            schema: {
                name: {"rows": count_rows(connection, name, schema), "columns": own} for name, own in beside.items()
            }
            for schema, beside in columns.items()
        },
        "inputs": _plain_rows(connection, _IN_FORCE),
        "waiting": _plain_rows(connection, _WAITING),
        "events": _plain_rows(connection, _NEW_EVENTS) if remembers else [],
        "mark": _plain_rows(connection, _MARK)[0] if remembers else None,
        "figures": _plain_rows(connection, _FIGURES) if "int_indicator_figures" in tables else None,
        "findings": open_findings(connection),
        "indicators": _plain_rows(connection, "select * from dim_indicators order by indicator_id"),
    }


def columns_of(connection: duckdb.DuckDBPyConnection) -> dict[str, dict[str, list[list[str]]]]:
    """Return schema → table or view by name → name and type of its columns in order."""
    found: dict[str, dict[str, list[list[str]]]] = {}
    # Once for all tables: each question to this view looks at every column there is.
    for schema, table, name, kind in connection.execute(_COLUMNS).fetchall():
        found.setdefault(schema, {}).setdefault(table, []).append([name, kind.lower()])
    return found


def count_rows(connection: duckdb.DuckDBPyConnection, table: str, schema: str = "main") -> int:
    """Return the number of rows of a table or view."""
    found = connection.execute(f'select count(*) from "{schema}"."{table}"').fetchone()
    return int(found[0]) if found else 0


def open_findings(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Return the number of open findings by level."""
    sql = "select level, count(*) from fct_findings where is_open and not is_trial group by level order by level"
    return dict(connection.execute(sql).fetchall())


def _plain_rows(connection: duckdb.DuckDBPyConnection, sql: str) -> list[dict[str, Any]]:
    """Return a query's rows as JSON can hold them: times in ISO form, decimals as their text."""
    found: list[dict[str, Any]] = json.loads(json.dumps(rows_of(connection, sql), default=str))
    return found
