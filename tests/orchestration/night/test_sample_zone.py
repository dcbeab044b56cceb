"""When the sample zone stands in for what nobody has sent yet."""

from __future__ import annotations

from pathlib import Path

from orchestration.night.sample_zone import drop_sample, is_untouched
from sources.home import Home
from sources.inbox import submit, waiting
from sources.sample.write import DEPARTMENTS
from tests.workbooks import project, write_projects


def test_an_empty_home_is_untouched_and_filled_whole(tmp_path: Path) -> None:
    home = Home(tmp_path)
    assert is_untouched(home)
    assert drop_sample(home) == len(waiting(home)) > 0
    assert {path.parent.name for path in waiting(home)} <= set(DEPARTMENTS)
    assert list(home.work.iterdir()) == []
    assert not is_untouched(home)


def test_a_home_that_received_something_is_not(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    submit(home, write_projects(tmp_path / "重点项目.xlsx", [project()]))
    assert not is_untouched(home)
