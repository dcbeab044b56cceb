"""The job of the sensor, over a real drop folder: assets and checks as Dagster records them."""

from __future__ import annotations

import os
from pathlib import Path

import dagster as dg
import pytest

from orchestration.night.graph import night_definitions
from orchestration.night.lock import one_at_a_time
from orchestration.night.received import ACCEPTED, INBOX, RECOGNISED, form_key
from sources.contract import load_catalog
from sources.home import Home
from sources.inbox import pending, waiting
from sources.landing.batch import EMPTY
from tests.orchestration.night.test_graph import MANIFEST
from tests.workbooks import project, write_projects, write_sheet

PROJECTS = form_key("key_projects")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    found = Home(tmp_path_factory.mktemp("home"))
    write_projects(found.drop / "projects" / "重点项目3月.xlsx", [project()])
    bad = project(项目名称="待定", 实际开工时间=None)
    write_projects(found.drop / "projects" / "重点项目4月.xlsx", [bad], title="重点项目月度调度表（2026年4月）")
    write_sheet(found.drop / "会议通知.xlsx", [["会议通知"], ["时间", "地点"]])
    return found


@pytest.fixture(scope="module")
def judged(home: Home) -> dg.ExecuteInProcessResult:
    job = night_definitions(home, load_catalog(), MANIFEST).resolve_job_def("judge_inbox")
    with dg.DagsterInstance.ephemeral(settings={"telemetry": {"enabled": False}}) as instance:
        return job.execute_in_process(instance=instance)


def checks(judged: dg.ExecuteInProcessResult) -> dict[tuple[dg.AssetKey, str], dg.AssetCheckEvaluation]:
    return {(found.asset_key, found.check_name): found for found in judged.get_asset_check_evaluations()}


def test_a_bad_file_does_not_fail_the_job_and_everything_is_taken_in(
    home: Home, judged: dg.ExecuteInProcessResult
) -> None:
    assert judged.success
    assert (waiting(home), pending(home)) == ([], [])
    assert any(path.stem[0] != "_" for path in (home.landing / "key_projects").iterdir())


def test_the_check_of_the_form_carries_counts_and_the_cell(judged: dg.ExecuteInProcessResult) -> None:
    check = checks(judged)[(PROJECTS, ACCEPTED)]
    assert (check.passed, check.severity) == (False, dg.AssetCheckSeverity.WARN)
    counts = {key: check.metadata[key].value for key in ("submissions", "accepted", "rejected", "unreadable")}
    assert counts == {"submissions": 2, "accepted": 1, "rejected": 1, "unreadable": 0}
    assert "（B3）" in str(check.metadata["examples"].value)


def test_the_check_of_the_inbox_names_the_file_of_no_form(judged: dg.ExecuteInProcessResult) -> None:
    check = checks(judged)[(INBOX, RECOGNISED)]
    assert not check.passed
    assert "会议通知" in str(check.metadata["examples"].value)


def test_every_form_is_materialized_and_only_those_with_files_are_checked(judged: dg.ExecuteInProcessResult) -> None:
    keys = {event.asset_key for event in judged.get_asset_materialization_events()}
    assert keys == {INBOX, *(form_key(form.id) for form in load_catalog())}
    assert {key for key, _ in checks(judged)} == {INBOX, PROJECTS}


def test_the_lock_is_free_afterwards(home: Home, judged: dg.ExecuteInProcessResult) -> None:
    assert judged.success
    with one_at_a_time(home, 0.1):
        pass


def test_a_full_disk_ends_the_job_with_one_chinese_sentence(tmp_path: Path) -> None:
    home = Home(tmp_path)
    draft = home.landing / "key_projects" / f".{EMPTY}.{os.getpid()}"
    draft.parent.mkdir(parents=True)
    draft.symlink_to("/dev/full")
    job = night_definitions(home, load_catalog(), MANIFEST).resolve_job_def("judge_inbox")
    with dg.DagsterInstance.ephemeral() as instance:
        result = job.execute_in_process(instance=instance, raise_on_error=False)
    (failure,) = [event.step_failure_data for event in result.all_events if event.is_step_failure]
    assert failure.user_failure_data is not None
    assert str(failure.user_failure_data.description).startswith("磁盘空间不足")
