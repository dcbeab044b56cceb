"""What Dagster knows: keys, jobs, schedule and sensor, derived from the catalog."""

from __future__ import annotations

from pathlib import Path

import dagster as dg
import pytest

from orchestration.night.graph import night_definitions
from orchestration.night.received import ACCEPTED
from sources.contract import load_catalog
from sources.home import Home

MANIFEST = {
    "nodes": {
        "model.t.indicator_values": {
            "unique_id": "model.t.indicator_values",
            "name": "indicator_values",
            "resource_type": "model",
            "fqn": ["t", "indicators", "indicator_values"],
            "config": {"materialized": "table"},
            "depends_on": {"nodes": ["source.t.landing.key_projects"]},
            "original_file_path": "models/indicators/indicator_values.sql",
        }
    },
    "sources": {"source.t.landing.key_projects": {"name": "key_projects"}},
}


@pytest.fixture
def definitions(tmp_path: Path) -> dg.Definitions:
    found = night_definitions(Home(tmp_path), load_catalog(), MANIFEST)
    dg.Definitions.validate_loadable(found)
    return found


def keys_of(definitions: dg.Definitions, job: str) -> set[str]:
    return {key.to_user_string() for key in definitions.resolve_job_def(job).asset_layer.executable_asset_keys}


def test_every_form_is_an_asset_of_its_department(definitions: dg.Definitions) -> None:
    graph = definitions.resolve_asset_graph()
    for form in load_catalog():
        node = graph.get(dg.AssetKey(["landing", form.id]))
        assert (node.group_name, node.tags["department"]) == (form.department, form.department)
        assert form.title in (node.description or "")
        assert dg.AssetCheckKey(node.key, ACCEPTED) in graph.asset_check_keys


def test_the_night_holds_everything_and_the_judging_only_the_intake(definitions: dg.Definitions) -> None:
    intake = {"inbox", *(f"landing/{form.id}" for form in load_catalog())}
    assert keys_of(definitions, "judge_inbox") == intake
    assert keys_of(definitions, "nightly") == intake | {"indicator_values", "indicators", "release"}


def test_the_release_comes_after_the_indicators_and_every_table(definitions: dg.Definitions) -> None:
    graph = definitions.resolve_asset_graph()
    parents = {key.to_user_string() for key in graph.get(dg.AssetKey("release")).parent_keys}
    assert parents == {"indicators", "indicator_values"}
    assert graph.get(dg.AssetKey("indicators")).parent_keys == {dg.AssetKey("indicator_values")}


def test_the_night_begins_at_two_in_shanghai_without_being_switched_on(definitions: dg.Definitions) -> None:
    schedule = definitions.resolve_schedule_def("every_night")
    assert (schedule.cron_schedule, schedule.execution_timezone) == ("0 2 * * *", "Asia/Shanghai")
    assert schedule.default_status is dg.DefaultScheduleStatus.RUNNING
    assert schedule.job_name == "nightly"


def test_the_inbox_is_looked_at_often_enough_to_judge_within_a_minute(definitions: dg.Definitions) -> None:
    sensor = definitions.resolve_sensor_def("inbox")
    assert sensor.minimum_interval_seconds is not None
    assert sensor.minimum_interval_seconds <= 30
    assert sensor.default_status is dg.DefaultSensorStatus.RUNNING
    assert sensor.job_name == "judge_inbox"


def test_all_jobs_run_in_one_process(definitions: dg.Definitions) -> None:
    for name in ("nightly", "judge_inbox"):
        assert definitions.resolve_job_def(name).executor_def.name == dg.in_process_executor.name
