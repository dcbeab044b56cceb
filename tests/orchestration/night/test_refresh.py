"""`taizhang refresh` over a real home: what it says, what it publishes, what it does not import."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pytest

from sources.home import Home
from tests.workbooks import project, write_projects

#: Runs the command as ``taizhang`` does and names what it imported.
RUN = """
import sys
from orchestration.command import main
try:
    main(sys.argv[1:])
finally:
    heavy = {"great_expectations", "dagster_dbt", "dagster_webserver"} & set(sys.modules)
    print("imported:", *sorted(heavy), file=sys.stderr)
"""


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def imported(self) -> list[str]:
        return self.err.splitlines()[-1].split()[1:]

    @property
    def report(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.out)
        return found


def run(home: Home, *arguments: str) -> Ran:
    environment = {**os.environ, "TAIZHANG_HOME": str(home.root)}
    done = subprocess.run(
        [sys.executable, "-c", RUN, "refresh", *arguments],
        env=environment, capture_output=True, text=True, cwd=Path(__file__).parents[3],
    )  # fmt: skip
    return Ran(done.returncode, done.stdout, done.stderr)


@pytest.fixture(scope="module")
def home(empty_home: Callable[[], Home]) -> Home:
    found = empty_home()
    write_projects(found.drop / "projects" / "重点项目3月.xlsx", [project()])
    bad = project(项目名称="待定", 包挂领导=None)
    write_projects(found.drop / "projects" / "重点项目4月.xlsx", [bad], title="重点项目月度调度表（2026年4月）")
    return found


@pytest.fixture(scope="module")
def first(home: Home) -> Ran:
    return run(home)


@pytest.fixture(scope="module")
def second(home: Home, first: Ran) -> Ran:
    assert first.code == 0, first.err
    return run(home, "--json")


def test_the_summary_says_what_was_accepted_returned_and_published(home: Home, first: Ran) -> None:
    assert first.code == 0, first.err
    lines = first.out.splitlines()
    assert lines[0].startswith("已发布 ")
    assert "收到　　2 个文件，涉及 1 张表" in lines
    assert "接收　　1 份，1 行" in lines
    assert "        重点项目4月.xlsx：《重点项目月度调度表》 项目建设部 2026年4月，2 条强制问题" in lines
    assert any("“项目名称”（B3）" in line for line in lines)
    assert any(str(home.releases) in line and line.endswith("warehouse.duckdb") for line in lines)
    assert "变化　　这是第一版" in lines


def test_the_release_holds_the_accepted_row_and_not_the_returned_one(home: Home, first: Ran) -> None:
    assert first.code == 0, first.err
    with duckdb.connect(str(home.current / "warehouse.duckdb"), read_only=True) as connection:
        found = connection.execute("select period, project_name from stg_projects__key_projects").fetchall()
    assert found == [("2026-03", "新材料一期项目")]


def test_what_a_night_does_is_told_as_it_goes(first: Ran) -> None:
    assert [line for line in first.err.splitlines() if line.endswith("…")] == ["收件…", "审核…", "建库…", "发布…"]


def test_a_refresh_with_nothing_new_publishes_the_same_data_without_the_judge(second: Ran) -> None:
    assert (second.code, second.imported) == (0, [])
    report = second.report
    assert report["published"]
    assert report["received"]["submissions"] == []
    changes = report["changes"]
    assert (changes["rows"], changes["values"], changes["submissions_in"]) == ([], [], [])


def test_a_build_that_fails_says_why_and_the_last_release_stays(home: Home, second: Ran) -> None:
    published = second.report["release"]["id"]
    broken = home.landing / "key_projects" / "broken.parquet"
    broken.write_bytes(b"no Parquet at all")
    third = run(home)
    broken.unlink()
    assert third.code == 1
    lines = third.out.splitlines()
    assert lines[0].startswith("没有发布新版本")
    assert "未发布　检查没有通过，上一版继续有效" in lines
    assert any("stg_projects__key_projects 出错" in line for line in lines)
    assert home.current.resolve().name == published


def test_a_folder_without_rights_or_of_another_kind_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where the home should be")
    ended = run(Home(tmp_path / "home"))
    assert ended.code == 3
    assert "Traceback" not in ended.err
