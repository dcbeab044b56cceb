"""One dbt build in this process: what it reports, what it leaves behind, and that it can be repeated."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from orchestration import dbt_build
from orchestration.dbt_build import BuildOutcome, NodeOutcome, build_warehouse, load_manifest
from orchestration.dbt_invoke import PROJECT, DbtError, invoke
from sources.home import Home
from tests.landed import PROJECT as PROJECT_ROW
from tests.landed import LandedZone

_COUNT = (
    "import duckdb, sys; print(duckdb.connect(sys.argv[1], read_only=True).sql('from fct_project_months').shape[0])"
)


@pytest.fixture(scope="module")
def zone(empty_home: Callable[[], Home]) -> LandedZone:
    zone = LandedZone(empty_home())
    zone.submit("key_projects", "2026-03", [PROJECT_ROW], received=datetime(2026, 4, 3, 9))
    zone.land()
    return zone


def projects_in(warehouse: Path) -> int:
    """Count from a fresh process: the one that built may see rows that never reached the file."""
    done = subprocess.run([sys.executable, "-c", _COUNT, str(warehouse)], capture_output=True, text=True, check=True)
    return int(done.stdout)


@dataclass(frozen=True)
class Built:
    """What one build reported and left."""

    outcome: BuildOutcome
    told: list[tuple[str, int, int]]
    projects: int
    manifest: int


@pytest.fixture(scope="module")
def builds(zone: LandedZone) -> tuple[Built, Built]:
    """The zone in its first month and in its second, into the same file."""

    def build() -> Built:
        warehouse, told = zone.home.work / "warehouse.duckdb", []
        outcome = build_warehouse(zone.home, warehouse, on_node=lambda *node: told.append(node))
        assert not warehouse.with_name("warehouse.duckdb.wal").exists()
        written = (zone.home.root / "dbt" / "target" / "manifest.json").stat().st_mtime_ns
        return Built(outcome, told, projects_in(warehouse), written)

    first = build()
    zone.submit("key_projects", "2026-04", [PROJECT_ROW], received=datetime(2026, 5, 6, 9))
    zone.land()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dbt_build, "_MANY", 1)
        return first, build()


def test_a_build_reports_every_node(builds: tuple[Built, Built]) -> None:
    first, _ = builds
    assert first.outcome.success
    assert {node.resource_type for node in first.outcome.nodes} == {"model", "seed", "test"}
    assert [done for _, done, _ in first.told] == list(range(1, len(first.outcome.nodes) + 1))
    assert {total for _, _, total in first.told} == {len(first.outcome.nodes)}


def test_of_many_rows_the_cells_behind_figures_are_found_out_when_asked_for(
    builds: tuple[Built, Built], zone: LandedZone
) -> None:
    assert builds
    with duckdb.connect(str(zone.home.work / "warehouse.duckdb"), read_only=True) as connection:
        sql = "select table_type from information_schema.tables where table_name = 'indicator_sources'"
        assert connection.execute(sql).fetchall() == [("VIEW",)]
        assert connection.execute("select count(distinct row_key) from indicator_sources").fetchall() == [(2,)]


def test_a_build_can_be_repeated_with_more_rows(builds: tuple[Built, Built]) -> None:
    assert [built.outcome.success for built in builds] == [True, True]
    assert [built.projects for built in builds] == [1, 2]


def test_dbt_prints_nothing_and_leaves_the_environment_as_it_was(
    zone: LandedZone, capfd: pytest.CaptureFixture[str]
) -> None:
    invoke(
        dbt_build.dbt_place(zone.home, zone.home.work / "warehouse.duckdb"),
        ["run", "--select", "dim_days", "--no-write-json"],
    )
    assert capfd.readouterr() == ("", "")
    assert "TAIZHANG_WAREHOUSE" not in os.environ


def test_a_model_that_fails_is_told_with_its_message(zone: LandedZone, tmp_path: Path) -> None:
    landed = (zone.home.landing / "key_projects").rename(tmp_path / "key_projects")
    outcome = build_warehouse(zone.home, zone.home.work / "warehouse.duckdb")
    landed.rename(zone.home.landing / "key_projects")
    nodes = {node.name: node for node in outcome.nodes}
    assert not outcome.success
    assert nodes["stg_projects__key_projects"].status == "error"
    assert "No files found" in (nodes["stg_projects__key_projects"].message or "")
    assert nodes["fct_project_months"].status == "skipped"
    assert nodes["fct_reform_tasks"].status == "success"


def test_a_project_that_does_not_parse_is_an_error_of_its_own(
    zone: LandedZone, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "dbt_project"
    shutil.copytree(PROJECT, broken)
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "codes").symlink_to(PROJECT.parent / "sources" / "codes")
    (broken / "models" / "marts" / "broken.sql").write_text("select * from {{ ref('nothing') }}")
    monkeypatch.setattr(dbt_build, "dbt_place", lambda home, warehouse: _place(home, warehouse, broken))
    with pytest.raises(DbtError, match="nothing"):
        build_warehouse(Home(tmp_path), tmp_path / "warehouse.duckdb")


def _place(home: Home, warehouse: Path, project: Path) -> dbt_build.DbtPlace:
    return dbt_build.DbtPlace(home.root, warehouse, home.root / "dbt" / "target", project)


def test_the_manifest_is_parsed_once_and_read_from_then_on(zone: LandedZone) -> None:
    first = load_manifest(zone.home)
    path = zone.home.root / "dbt" / "target" / "manifest.json"
    path.write_text(json.dumps({**first, "read": "again"}), encoding="utf-8")
    assert "model.taizhang.fct_project_months" in first["nodes"]
    assert load_manifest(zone.home) == {**first, "read": "again"}


def test_the_manifest_of_a_whole_build_holds_all_sql_and_is_not_written_again(
    builds: tuple[Built, Built], zone: LandedZone
) -> None:
    assert load_manifest(zone.home)["nodes"]["model.taizhang.fct_project_months"]["compiled_code"]
    first, second = builds
    assert second.manifest == first.manifest


def test_a_changed_project_is_parsed_anew(tmp_path: Path) -> None:
    project = tmp_path / "project"
    (project / "models").mkdir(parents=True)
    before = dbt_build.project_fingerprint(project)
    (project / "models" / "one.sql").write_text("select 1")
    assert dbt_build.project_fingerprint(project) != before


def test_outcomes_are_values() -> None:
    node = NodeOutcome("model.taizhang.x", "x", "model", "success", 0.1, None, None)
    assert BuildOutcome(True, (node,)) == BuildOutcome(True, (node,))
