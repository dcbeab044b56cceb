"""Pages read the release that is current, also when it changes under them and many read at once."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest
from django.test import Client

from portal.people.roles import Role
from portal.site.warehouse import warehouse
from sources.home import Home
from sources.published.errors import NothingPublishedError


def _publish(home: Home, release_id: str, figure: int) -> None:
    folder = home.releases / release_id
    folder.mkdir(parents=True)
    with duckdb.connect(str(folder / "warehouse.duckdb")) as connection:
        connection.execute(f"create table answer as select {figure} as n")
    link = home.releases / ".next"
    link.symlink_to(release_id)
    link.replace(home.current)


def _answer(_: int = 0) -> int:
    with warehouse() as opened:
        found: int = opened.value("select n from answer")
        return found


def test_a_new_release_is_read_at_once_and_the_old_one_may_go(home: Home) -> None:
    with pytest.raises(NothingPublishedError):
        _answer()
    _publish(home, "20260407T020000", 1)
    assert _answer() == 1
    with warehouse() as opened:
        _publish(home, "20260408T020000", 2)
        assert _answer() == 2
        shutil.rmtree(home.releases / "20260407T020000")
        assert opened.value("select n from answer") == 1
    assert _answer() == 2


def test_many_read_at_once(home: Home) -> None:
    _publish(home, "20260407T020000", 7)
    with ThreadPoolExecutor(12) as pool:
        assert set(pool.map(_answer, range(60))) == {7}


def test_a_writer_is_not_kept_from_building_the_next_one(home: Home, tmp_path: Path) -> None:
    _publish(home, "20260407T020000", 1)
    with warehouse(), duckdb.connect(str(tmp_path / "next.duckdb")) as building:
        building.execute("create table answer as select 3 as n")


def test_a_page_of_figures_without_a_release_says_what_to_do(browse: Callable[..., Client]) -> None:
    assert "taizhang refresh" in browse(Role.LEADER).get("/indicators/").content.decode()
