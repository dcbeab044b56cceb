"""Publishing: one step forward or none."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest
from openpyxl import load_workbook

from orchestration.dbt_build import BuildOutcome
from orchestration.release.errors import ReleaseRefusedError
from orchestration.release.publication import publish
from orchestration.release.shelf import rollback
from sources.home import Home
from sources.published.errors import ReleaseError
from sources.published.read import connect
from sources.published.release import Release
from sources.published.shelf import current, list_releases

MORNING = datetime(2026, 11, 23, 2, 0, 0)
Maker = Callable[..., Path]


def investment(connection: duckdb.DuckDBPyConnection) -> Any:
    sql = "select value from indicator_values where indicator_id = 'Z05' and period = '2026-03'"
    return connection.execute(sql).fetchall()[0][0]


def test_a_release_is_a_folder_with_warehouse_manifest_and_dictionary(
    home: Home, make_warehouse: Maker, built: BuildOutcome
) -> None:
    warehouse = make_warehouse()

    release = publish(home, warehouse, built, batch_id="b1", now=MORNING)

    assert release.release_id == "20261123T020000"
    assert sorted(path.name for path in release.folder.iterdir()) == [
        "catalogue.json",
        "dictionary.xlsx",
        "manifest.json",
        "warehouse.duckdb",
    ]
    assert current(home) == release
    assert home.current.readlink() == Path("20261123T020000")
    assert not warehouse.exists()


def test_the_manifest_tells_inputs_code_rows_findings_and_checks(
    home: Home, make_warehouse: Maker, built: BuildOutcome
) -> None:
    release = publish(home, make_warehouse(), built, batch_id="b1", now=MORNING)

    manifest = json.loads((release.folder / "manifest.json").read_text(encoding="utf-8"))
    (entry,) = manifest["inputs"]
    assert {key: entry[key] for key in ("submission_id", "form", "department", "period", "file", "sha256")} == {
        "submission_id": "s1",
        "form": "key_projects",
        "department": "projects",
        "period": "2026-03",
        "file": "重点项目3月.xlsx",
        "sha256": "ab12",
    }
    assert manifest["created_at"] == "2026-11-23T02:00:00"
    assert manifest["code"]["version"]
    assert manifest["batch_id"] == "b1"
    assert manifest["rows"]["fct_project_months"] == 2
    assert manifest["findings"] == {"notice": 1, "verify": 1}
    assert all(check["passed"] for check in manifest["checks"])


def test_the_dictionary_explains_tables_columns_indicators_and_sources(
    home: Home, make_warehouse: Maker, built: BuildOutcome
) -> None:
    release = publish(home, make_warehouse(), built, batch_id=None, now=MORNING)

    book = load_workbook(release.dictionary)
    assert book.sheetnames == ["表", "字段", "指标", "来源"]
    columns = {row[:5] for row in book["字段"].iter_rows(min_row=2, values_only=True)}
    assert (
        "stg_projects__key_projects",
        "investment_ytd_wan",
        "1–本月累计完成投资",
        "decimal(18,4)",
        "万元",
    ) in columns
    assert "Z05" in [row[0] for row in book["指标"].iter_rows(min_row=2, values_only=True)]
    assert "重点项目月度调度表" in [row[2] for row in book["来源"].iter_rows(min_row=2, values_only=True)]


def test_a_second_release_in_the_same_second_gets_a_suffix(
    home: Home, make_warehouse: Maker, built: BuildOutcome
) -> None:
    publish(home, make_warehouse(), built, batch_id=None, now=MORNING)
    second = publish(home, make_warehouse(), built, batch_id=None, now=MORNING)

    assert second.release_id == "20261123T020000-02"
    assert current(home) == second


def test_an_open_reader_keeps_its_release_and_a_new_reader_sees_the_new_one(
    home: Home, make_warehouse: Maker, built: BuildOutcome
) -> None:
    publish(home, make_warehouse(z05="1.000000"), built, batch_id=None)
    with connect(home) as reader:
        assert str(investment(reader)) == "1.000000"

        publish(home, make_warehouse(z05="2.000000"), built, batch_id=None)

        assert str(investment(reader)) == "1.000000"
        with connect(home) as newcomer:
            assert str(investment(newcomer)) == "2.000000"


def test_only_the_last_releases_stay_and_readers_of_removed_ones_go_on(
    home: Home, make_warehouse: Maker, built: BuildOutcome, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TAIZHANG_KEEP_RELEASES", "2")
    publish(home, make_warehouse(z05="1.000000"), built, batch_id=None, now=MORNING.replace(day=20))
    with connect(home) as reader:
        for day in (21, 22, 23):
            publish(home, make_warehouse(), built, batch_id=None, now=MORNING.replace(day=day))
        assert str(investment(reader)) == "1.000000"

    assert [release.release_id for release in list_releases(home)] == ["20261123T020000", "20261122T020000"]


def test_rolling_back_moves_current_and_the_next_publication_moves_on(
    home: Home, make_warehouse: Maker, built: BuildOutcome
) -> None:
    first = publish(home, make_warehouse(z05="1.000000"), built, batch_id=None, now=MORNING.replace(day=21))
    publish(home, make_warehouse(z05="2.000000"), built, batch_id=None, now=MORNING.replace(day=22))

    assert rollback(home, first.release_id) == first
    with connect(home) as reader:
        assert str(investment(reader)) == "1.000000"

    third = publish(home, make_warehouse(z05="3.000000"), built, batch_id=None, now=MORNING)
    assert current(home) == third


def test_a_wrong_number_of_releases_to_keep_is_told_before_anything_moves(
    home: Home, make_warehouse: Maker, built: BuildOutcome, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TAIZHANG_KEEP_RELEASES", "none")

    with pytest.raises(ReleaseError, match="TAIZHANG_KEEP_RELEASES 应是不小于 1 的整数"):
        publish(home, make_warehouse(), built, batch_id=None)
    assert list_releases(home) == []


def test_a_failed_build_is_refused_with_the_failing_nodes(home: Home, make_warehouse: Maker, node: Any) -> None:
    build = BuildOutcome(
        success=False,
        nodes=(
            node("fct_project_months", status="error", message="Binder Error:\n  no column x"),
            node("dim_days_day_unique", "test", "fail", failures=3),
            node("indicator_values", status="skipped"),
        ),
    )

    with pytest.raises(ReleaseRefusedError) as refused:
        publish(home, make_warehouse(), build, batch_id=None)

    assert refused.value.reasons == (
        "模型 fct_project_months 出错：Binder Error: no column x",
        "检验 dim_days_day_unique 未通过（3 行）",
        "1 个节点因此没有运行",
    )


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        ("drop table fct_project_months", "缺少表 fct_project_months"),
        ("delete from fct_project_months", "以下表变空了：fct_project_months（上一版本 2 行）"),
        ("insert into indicator_values from indicator_values where indicator_id = 'Z05'", "指标 Z05 在 2026-02"),
        ("delete from dim_indicators where indicator_id = 'Z05'", "指标 Z05 有数值而没有说明"),
        (
            "drop table dim_days; create view dim_days as select * from read_csv('/etc/hosts')",
            "表 dim_days 要读取版本以外的文件",
        ),
    ],
)
def test_a_failed_check_keeps_the_last_release_and_the_refused_file(
    home: Home, make_warehouse: Maker, built: BuildOutcome, published: Release, spoil: str, reason: str
) -> None:
    with pytest.raises(ReleaseRefusedError) as refused:
        publish(home, make_warehouse(more=spoil), built, batch_id=None)

    assert refused.value.reasons[0].startswith(reason)
    assert current(home) == published
    assert list_releases(home) == [published]
    kept = refused.value.kept
    assert kept is not None
    assert sorted(path.name for path in kept.iterdir()) == ["reasons.txt", "warehouse.duckdb"]


def test_rows_that_are_only_in_the_write_ahead_log_are_refused(
    home: Home, make_warehouse: Maker, built: BuildOutcome
) -> None:
    warehouse = make_warehouse()
    warehouse.with_name("warehouse.duckdb.wal").write_bytes(b"rows")

    with pytest.raises(ReleaseRefusedError, match=r"数据还在日志 warehouse\.duckdb\.wal 里"):
        publish(home, warehouse, built, batch_id=None)


def test_a_file_that_is_no_database_is_refused(home: Home, make_warehouse: Maker, built: BuildOutcome) -> None:
    warehouse = make_warehouse()
    warehouse.write_bytes(b"no database" * 1000)

    with pytest.raises(ReleaseRefusedError, match="数据库文件打不开"):
        publish(home, warehouse, built, batch_id=None)
