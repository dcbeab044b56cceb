"""Data Docs of a release: new pages are taken, old ones stay, nothing is rendered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from expectations.data_docs import write_page
from orchestration.dbt_build import BuildOutcome
from orchestration.release.publication import publish
from sources.home import Home
from sources.published.release import Release

MORNING = datetime(2026, 11, 23, 2, 0, 0)
Publish = Callable[[int], Release]


def _publisher(home: Home, make_warehouse: Callable[..., Path], built: BuildOutcome) -> Publish:
    return lambda night: publish(home, make_warehouse(), built, batch_id=None, now=MORNING + timedelta(days=night))


def _judged(home: Home, form: str, said: str) -> None:
    home.work_docs.mkdir(parents=True, exist_ok=True)
    write_page(home.work_docs / f"{form}.html", form, said)


def _page(release: Release, form: str) -> str:
    return (release.folder / "data_docs" / f"{form}.html").read_text(encoding="utf-8")


def test_a_release_without_judging_has_no_documents(
    home: Home, make_warehouse: Callable[..., Path], built: BuildOutcome
) -> None:
    release = _publisher(home, make_warehouse, built)(0)

    assert release.data_docs is None
    assert release.manifest["data_docs"] is None


def test_pages_of_judged_forms_are_new_and_all_others_those_of_the_last_release(
    home: Home, make_warehouse: Callable[..., Path], built: BuildOutcome
) -> None:
    night = _publisher(home, make_warehouse, built)
    _judged(home, "key_projects", "第一夜")
    _judged(home, "talks", "第一夜")
    first = night(0)
    _judged(home, "talks", "第二夜")
    second, quiet = night(1), night(2)

    assert ("第一夜" in _page(first, "talks"), "第二夜" in _page(second, "talks")) == (True, True)
    assert "第一夜" in _page(quiet, "key_projects")
    assert _page(quiet, "talks") == _page(second, "talks")
    assert quiet.manifest["data_docs"] == "data_docs/index.html"
    assert quiet.data_docs is not None
    assert "重点项目月度调度表" in quiet.data_docs.read_text(encoding="utf-8")


def test_a_page_of_a_release_cannot_be_written_to(
    home: Home, make_warehouse: Callable[..., Path], built: BuildOutcome
) -> None:
    _judged(home, "talks", "第一夜")
    release = _publisher(home, make_warehouse, built)(0)

    modes = {path.stat().st_mode & 0o777 for path in (release.folder / "data_docs").iterdir()}
    assert modes == {0o444}
    assert not home.work_docs.exists()
