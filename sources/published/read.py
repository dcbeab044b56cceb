"""Reading the current release: always read-only, always by the path of one release, never through the moving link."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb

from sources.home import Home
from sources.published.shelf import current

#: Nothing outside the file is read: a release explains itself, and a query cannot reach the machine.
_CLOSED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "python_enable_replacements": "false",
    "autoinstall_known_extensions": "false",
    "TimeZone": "Asia/Shanghai",
    "lock_configuration": "true",
}


def connect(home: Home) -> duckdb.DuckDBPyConnection:
    """Open the current release. Raises ``NothingPublishedError`` before the first one.

    The connection holds the file of one release: what is published later needs a new connection.
    """
    release = current(home)
    try:
        return open_file(release.warehouse)
    except duckdb.IOException:
        # Removed between looking and opening (pruned): the link points to a newer one by now.
        newer = current(home)
        if newer.release_id == release.release_id:
            raise
        return open_file(newer.warehouse)


def open_file(warehouse: Path, *, memory: str = "2GB", spill: Path | None = None) -> duckdb.DuckDBPyConnection:
    """Open one DuckDB file read-only, cut off from files, network and extensions, with its settings locked.

    What needs more than ``memory`` fails, or goes to the folder ``spill`` where one is given.
    """
    # All settings at once: connections of one process to one file share them, and the first one locks them.
    config = {**_CLOSED, "memory_limit": memory, "temp_directory": str(spill or "")}
    return duckdb.connect(str(warehouse), read_only=True, config=config)


def has_table(connection: duckdb.DuckDBPyConnection, name: str) -> bool:
    """Say whether a release has a table of the schema ``main``: an older one may not."""
    sql = "select count(*) from information_schema.tables where table_schema = 'main' and table_name = ?"
    found = connection.execute(sql, [name]).fetchone()
    return bool(found and found[0])


def rows_of(
    connection: duckdb.DuckDBPyConnection, sql: str, values: Sequence[Any] | Mapping[str, Any] = ()
) -> list[dict[str, Any]]:
    """Return a query's rows as mappings of column to value."""
    cursor = connection.execute(sql, values)
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
