"""Reading a release: many at once in one process, and nothing but the release."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import duckdb
import pytest

from sources.published.read import open_file


@pytest.fixture
def warehouse(tmp_path: Path) -> Path:
    path = tmp_path / "warehouse.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute(
            "create table figures as select range as n, timestamptz '2026-03-01 00:00:00+08' as known_at from range(100)"
        )
    return path


def test_many_read_at_once_with_the_same_settings(warehouse: Path) -> None:
    def read(_: int) -> Any:
        with open_file(warehouse) as connection:
            return connection.execute("select sum(n), cast(min(known_at) as varchar) from figures").fetchone()

    with ThreadPoolExecutor(12) as pool:
        assert set(pool.map(read, range(60))) == {(4950, "2026-03-01 00:00:00+08")}


@pytest.mark.parametrize(
    "sql",
    [
        "create table more as select 1",
        "set TimeZone = 'UTC'",
        "set enable_external_access = true",
        "select * from read_text('/etc/hostname')",
        "copy figures to '/tmp/figures.csv'",
        "attach '/tmp/other.duckdb'",
    ],
)
def test_a_reader_reaches_nothing_but_the_release(sql: str, warehouse: Path) -> None:
    with open_file(warehouse) as connection, pytest.raises(duckdb.Error):
        connection.execute(sql)
