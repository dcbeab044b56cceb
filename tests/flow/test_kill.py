"""A run that is really killed, at several points, loses nothing and the next run goes on from there."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from orchestration.intake import run_intake
from sources.home import Home
from sources.inbox import pending, submissions
from tests.flow.conftest import Zone
from tests.workbooks import project, write_projects

WORKBOOKS = 12
INTAKE = (
    "from orchestration.intake import run_intake; from sources.home import Home; run_intake(Home.from_environment())"
)

REFRESH = "from orchestration.command import main; main(['refresh'], prog_name='taizhang')"

Point = Callable[[Home], bool]


def some_received(home: Home) -> bool:
    return len(list(home.inbox.glob("*/receipt.json"))) >= 3


def being_received(home: Home) -> bool:
    return any(home.work.glob("receiving-*"))


def all_received(home: Home) -> bool:
    return not any(home.drop.rglob("*.xlsx"))


def staging(home: Home) -> bool:
    return any(home.work.glob("batch-*/landing/**/*.parquet"))


def staged_verdicts(home: Home) -> bool:
    return len(list(home.work.glob("batch-*/inbox/*/verdict.json"))) >= 2


def committed(home: Home) -> bool:
    return any(home.work.glob("batch-*/COMMIT"))


def half_applied(home: Home) -> bool:
    return any(home.inbox.glob("*/verdict.json"))


POINTS: list[Point] = [some_received, being_received, all_received, staging, staged_verdicts, committed, half_applied]


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the workbooks once: their bytes are their identity."""
    folder = tmp_path_factory.mktemp("sent")
    for number in range(1, WORKBOOKS + 1):
        title = f"重点项目月度调度表（2025年{number}月）"
        row = project(项目名称=f"第{number}项目", **{"开工以来累计完成投资（万元）": 3500 if number % 4 else 1})
        write_projects(folder / f"{number}月.xlsx", [row], title=title)
    return folder


def drop(home: Home, sent: Path) -> None:
    shutil.copytree(sent, home.drop / "projects")


def landed(home: Home) -> list[tuple[object, ...]]:
    """Everything that counts: rows, submissions and findings, without the time of judging."""
    found = []
    for name, columns in (
        ("key_projects", "submission_id, period, project_name, investment_total_wan"),
        ("_submissions", "submission_id, form, department, period, verdict, file"),
        ("_findings", "finding_id, submission_id, message"),
    ):
        sql = f"select '{name}', {columns} from '{home.landing}/{name}/*.parquet' order by all"
        found.extend(duckdb.connect().execute(sql).fetchall())
    return found


def building(home: Home) -> bool:
    return (home.work / "warehouse.duckdb").exists()


def publishing(home: Home) -> bool:
    return any(home.releases.glob("*/manifest.json")) or any(home.work.glob("*/manifest.json"))


def kill_at(home: Home, point: Point, program: str = INTAKE) -> bool:
    """Start a run, kill it when the point is reached, and say whether it was (else it ended before)."""
    environment = {**os.environ, "TAIZHANG_HOME": str(home.root)}
    process = subprocess.Popen(
        [sys.executable, "-c", program], env=environment, start_new_session=True, stdout=subprocess.DEVNULL
    )
    limit = time.monotonic() + 600
    while process.poll() is None and time.monotonic() < limit:
        if point(home):
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            return True
        time.sleep(0.0002)
    process.wait()
    return False


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory, sent: Path) -> list[tuple[object, ...]]:
    home = Home(tmp_path_factory.mktemp("undisturbed"))
    drop(home, sent)
    run_intake(home)
    return landed(home)


@pytest.mark.parametrize("point", POINTS, ids=lambda point: point.__name__)
def test_a_killed_intake_is_gone_on_with(
    tmp_path: Path, sent: Path, undisturbed: list[tuple[object, ...]], point: Point
) -> None:
    home = Home(tmp_path)
    drop(home, sent)
    killed = kill_at(home, point)
    run_intake(home)
    assert landed(home) == undisturbed
    assert len(list(submissions(home))) == WORKBOOKS
    assert pending(home) == []
    assert not any(home.work.glob("batch-*"))
    # The last moments are short: a run that was faster than the watcher must at least have ended whole.
    assert killed or point in (committed, half_applied, staged_verdicts)


def test_the_reference_holds_accepted_and_rejected_submissions(undisturbed: list[tuple[object, ...]]) -> None:
    verdicts = [row[5] for row in undisturbed if row[0] == "_submissions"]
    assert (verdicts.count("accepted"), verdicts.count("rejected")) == (9, 3)


def test_a_refresh_killed_while_it_builds_and_again_while_it_publishes_is_repeated(
    new_zone: Callable[[], Zone], sent: Path, undisturbed: list[tuple[object, ...]]
) -> None:
    zone = new_zone()
    drop(zone.home, sent)
    for point in (building, publishing):
        assert kill_at(zone.home, point, REFRESH)
        assert landed(zone.home) == undisturbed
        assert zone.json("releases", "list") == []
    zone.run("refresh")
    assert zone.json("query", "select count(*) as n from fct_project_months") == [{"n": 9}]
    assert zone.json("releases", "list")
