"""The sensor starts a judging when something waits, once, and never beside another run."""

from __future__ import annotations

import json
from pathlib import Path

import dagster as dg
import pytest

from orchestration.night.inbox_sensor import RETRY_SECONDS, inbox_sensor
from orchestration.night.lock import one_at_a_time
from sources.home import Home
from sources.inbox import submit


@pytest.fixture
def home(tmp_path: Path) -> Home:
    found = Home(tmp_path)
    found.drop.mkdir(parents=True)
    return found


def look(home: Home, instance: dg.DagsterInstance, cursor: str | None = None) -> dg.SensorResult | dg.SkipReason:
    found = inbox_sensor(home, "judge_inbox")(dg.build_sensor_context(instance=instance, cursor=cursor))
    assert isinstance(found, dg.SensorResult | dg.SkipReason)
    return found


def drop(home: Home, name: str = "重点项目3月.xlsx") -> Path:
    path = home.drop / name
    path.write_bytes(b"workbook")
    return path


def a_run(instance: dg.DagsterInstance, status: dg.DagsterRunStatus) -> None:
    instance.add_run(dg.DagsterRun(job_name="nightly", status=status))


def test_nothing_waiting_is_skipped(home: Home) -> None:
    with dg.DagsterInstance.ephemeral() as instance:
        assert isinstance(look(home, instance), dg.SkipReason)


def test_what_programs_leave_behind_is_not_waited_for(home: Home) -> None:
    drop(home, "~$重点项目3月.xlsx")
    drop(home, ".DS_Store")
    with dg.DagsterInstance.ephemeral() as instance:
        assert isinstance(look(home, instance), dg.SkipReason)


def test_a_dropped_file_starts_one_judging(home: Home) -> None:
    drop(home)
    with dg.DagsterInstance.ephemeral() as instance:
        found = look(home, instance)
    assert isinstance(found, dg.SensorResult)
    assert len(found.run_requests or ()) == 1


def test_a_submission_in_the_inbox_starts_one_judging(home: Home, tmp_path: Path) -> None:
    submit(home, drop(home).rename(tmp_path / "sent.xlsx"))
    with dg.DagsterInstance.ephemeral() as instance:
        found = look(home, instance)
    assert isinstance(found, dg.SensorResult)
    assert len(found.run_requests or ()) == 1


def test_no_judging_starts_beside_one_that_is_about_to_begin(home: Home) -> None:
    drop(home)
    with dg.DagsterInstance.ephemeral() as instance:
        a_run(instance, dg.DagsterRunStatus.STARTING)
        assert isinstance(look(home, instance), dg.SkipReason)


def test_no_judging_starts_beside_a_run_whoever_started_it(home: Home) -> None:
    drop(home)
    with dg.DagsterInstance.ephemeral() as instance, one_at_a_time(home):
        assert isinstance(look(home, instance), dg.SkipReason)


@pytest.mark.parametrize("status", [dg.DagsterRunStatus.FAILURE, dg.DagsterRunStatus.STARTED])
def test_a_failed_or_killed_run_is_no_obstacle(home: Home, status: dg.DagsterRunStatus) -> None:
    drop(home)
    with dg.DagsterInstance.ephemeral() as instance:
        a_run(instance, status)
        assert isinstance(look(home, instance), dg.SensorResult)


def test_the_same_files_are_not_tried_at_every_look_but_again_later(home: Home) -> None:
    drop(home)
    with dg.DagsterInstance.ephemeral() as instance:
        first = look(home, instance)
        assert isinstance(first, dg.SensorResult)
        assert isinstance(look(home, instance, first.cursor), dg.SkipReason)
        earlier = json.loads(first.cursor or "")
        earlier["at"] -= RETRY_SECONDS
        later = look(home, instance, json.dumps(earlier))
    assert isinstance(later, dg.SensorResult)


def test_one_more_file_starts_a_judging_at_once(home: Home) -> None:
    drop(home)
    with dg.DagsterInstance.ephemeral() as instance:
        first = look(home, instance)
        drop(home, "企业名录3月.xlsx")
        assert isinstance(first, dg.SensorResult)
        second = look(home, instance, first.cursor)
    assert isinstance(second, dg.SensorResult)
    assert second.run_requests != first.run_requests
