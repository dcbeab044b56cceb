"""A warehouse as of a moment, built by the same models and put beside the releases."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from orchestration.history.refresh import AsOf, refresh_as_of
from sources.home import Home
from sources.published.errors import ReleaseError
from sources.published.read import open_file
from sources.published.shelf import current_or_none, list_releases
from tests.orchestration.history.conftest import Event, happened

T = datetime(2026, 2, 10, 23, 59, 59)
PAST = (
    Event(datetime(2026, 1, 10, 9), "accepted", "2025-12", 12000),
    Event(datetime(2026, 2, 4, 9), "accepted", "2026-01", 900),
    Event(datetime(2026, 2, 5, 9), "lock", "2025-12"),
)
LATER = (
    Event(datetime(2026, 2, 10, 23, 59, 30), "accepted", "2026-01", 1),
    Event(datetime(2026, 2, 11, 9), "unlock", "2025-12"),
    Event(datetime(2026, 2, 12, 9), "accepted", "2025-12", 2),
    Event(datetime(2026, 3, 5, 9), "rejected", "2026-02", 3),
    Event(datetime(2026, 3, 6, 9), "lock", "2026-01"),
)


@pytest.fixture(scope="module")
def looked_back(tmp_path_factory: pytest.TempPathFactory) -> tuple[AsOf, dict[str, Any], dict[str, Any]]:
    """The warehouse as of T, and its tables before and after what happened later."""
    home = Home(tmp_path_factory.mktemp("home"))
    happened(home, PAST)
    before = tables(refresh_as_of(home, T).warehouse)
    happened(home, (*PAST, *LATER))
    found = refresh_as_of(home, T)
    return found, before, tables(found.warehouse)


def test_what_happens_later_changes_no_table_of_an_earlier_moment(
    looked_back: tuple[AsOf, dict[str, Any], dict[str, Any]],
) -> None:
    _, before, after = looked_back
    assert before.keys() == after.keys()
    assert [name for name in before if before[name] != after[name]] == []
    assert before["main.fct_project_months"]
    assert len(before["main.fct_submissions"]) == 2


def test_it_stands_beside_the_releases_and_moves_nothing(
    looked_back: tuple[AsOf, dict[str, Any], dict[str, Any]],
) -> None:
    found, _, _ = looked_back
    home = Home(found.folder.parents[2])
    assert found.warehouse == home.releases / "as-of" / "20260210T235959" / "warehouse.duckdb"
    assert found.submissions == 2
    assert list_releases(home) == []
    assert current_or_none(home) is None
    assert {path.name for path in found.folder.parent.iterdir()} == {"20260210T235959"}


def test_before_the_first_submission_there_is_nothing_to_look_at(tmp_path: Path) -> None:
    home = happened(Home(tmp_path), PAST)
    with pytest.raises(ReleaseError, match=r"到 2026-01-01 00:00:00 为止还没有收到并审核过任何文件"):
        refresh_as_of(home, datetime(2026, 1, 1))


def tables(warehouse: Path) -> dict[str, Any]:
    """Return the rows of every table of every schema, in one order."""
    sql = "select table_schema, table_name from information_schema.tables order by all"
    with open_file(warehouse) as connection:
        names = connection.execute(sql).fetchall()
        return {
            f"{schema}.{name}": connection.execute(f'select * from "{schema}"."{name}" order by all').fetchall()
            for schema, name in names
        }
