"""A night that did not run is missed: by the sensor, and by the command when Dagster itself is down."""

from __future__ import annotations

from datetime import datetime

import dagster as dg
import pytest
from click.testing import CliRunner

from orchestration.command.heartbeat import command
from orchestration.duty.heartbeat import due_at, missed
from orchestration.duty.watch import heartbeat_sensor
from sources.home import Home
from tests.orchestration.duty.conftest import RELEASE, received

#: The release was published on 7 April 2026 at 02:00.
THAT_DAY, NEXT_NIGHT, NEXT_DAY = datetime(2026, 4, 7, 9), datetime(2026, 4, 8, 3, 59), datetime(2026, 4, 8, 4)


@pytest.mark.parametrize(
    ("at", "due"), [(NEXT_DAY, datetime(2026, 4, 8, 2)), (NEXT_NIGHT, datetime(2026, 4, 7, 2)), (datetime(2026, 4, 8, 1), datetime(2026, 4, 7, 2))]
)  # fmt: skip
def test_a_night_is_due_two_hours_after_it_begins(at: datetime, due: datetime) -> None:
    assert due_at(at) == due


@pytest.mark.parametrize("at", [THAT_DAY, NEXT_NIGHT])
def test_a_night_that_published_is_not_missed(home: Home, at: datetime) -> None:
    assert missed(home, at) is None


def test_a_home_that_never_published_misses_nothing(home: Home) -> None:
    assert missed(Home(home.root / "new"), NEXT_DAY) is None


def looked(home: Home, instance: dg.DagsterInstance) -> str:
    found = heartbeat_sensor(home, "nightly", lambda: NEXT_DAY)(dg.build_sensor_context(instance=instance))
    assert isinstance(found, dg.SkipReason)
    return found.skip_message or ""


def test_the_sensor_tells_of_a_missed_night_once(home: Home) -> None:
    with dg.DagsterInstance.ephemeral() as instance:
        assert f"最近一版是 {RELEASE}" in looked(home, instance)
        looked(home, instance)
    (told,) = received(home)
    assert (told["person"], told["title"]) == ("机器", "台账夜间作业没有运行（2026-04-08）")


@pytest.mark.parametrize("status", [dg.DagsterRunStatus.STARTED, dg.DagsterRunStatus.FAILURE])
def test_a_night_that_runs_or_failed_is_not_missed(home: Home, status: dg.DagsterRunStatus) -> None:
    with dg.DagsterInstance.ephemeral() as instance:
        instance.add_run(dg.DagsterRun(job_name="nightly", status=status))
        assert "运行过" in looked(home, instance)
    assert received(home) == []


def test_a_judging_of_files_is_no_night(home: Home) -> None:
    with dg.DagsterInstance.ephemeral() as instance:
        instance.add_run(dg.DagsterRun(job_name="judge_inbox", status=dg.DagsterRunStatus.SUCCESS))
        assert "没有发布新版本" in looked(home, instance)


def test_the_command_says_so_to_the_machines_clock(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAIZHANG_HOME", str(home.root))
    done = CliRunner().invoke(command, [])
    assert done.exit_code == 1
    assert f"最近一版是 {RELEASE}" in done.output
    monkeypatch.setenv("TAIZHANG_HOME", str(home.root / "new"))
    assert CliRunner().invoke(command, []).exit_code == 0
