"""A small warehouse file with the tables that releases and the analysts' commands rely on."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import pytest

from orchestration.dbt_build import BuildOutcome, NodeOutcome
from orchestration.release.publication import publish
from sources.home import Home
from sources.published.release import Release
from sources.published.shelf import current

MARTS = ("dim_days", "dim_indicators", "fct_findings", "fct_project_months", "fct_submissions")

_SQL = """
create table dim_days as select date '2026-03-01' as day;
create table dim_indicators as select * from (values
    ('Z02a', '省级重点项目数', '个', 'projects', '项目级别为省级的项目数', 'Z02'),
    ('Z02b', '市级重点项目数', '个', 'projects', '项目级别为市级的项目数', 'Z02'),
    ('Z05', '年度累计完成投资', '亿元', 'projects', '1–本月累计完成投资之和', null),
    ('Z06', '年度投资完成率', '%', 'projects', '年度累计完成投资 ÷ 年度计划投资', null)
) as listed (indicator_id, name, unit, owner, formula, part_of);
create table indicator_values as select
    indicator_id, name, unit, owner, period, scope, value::decimal(18,6) as value, target::decimal(18,6) as target,
    (value / target)::decimal(18,6) as attainment_rate, 0.25::decimal(18,6) as due_rate,
    (value / target - 0.25)::decimal(18,6) as schedule_gap, status, timestamp '2026-04-07 02:00:00' as vintage
from (values
    ('Z02a', '省级重点项目数', '个', 'projects', '2026-03', null, 1, 4, 'final'),
    ('Z02b', '市级重点项目数', '个', 'projects', '2026-03', null, 1, null, 'final'),
    ('Z05', '年度累计完成投资', '亿元', 'projects', '2026-02', null, 0.8, 12.5, 'final'),
    ('Z05', '年度累计完成投资', '亿元', 'projects', '2026-03', null, {z05}, 12.5, 'final'),
    ('Z06', '年度投资完成率', '%', 'projects', '2026-03', '全区', 0.563, 0.6, 'preliminary')
) as listed (indicator_id, name, unit, owner, period, scope, value, target, status);
create table indicator_sources as select
    indicator_id, '2026-03' as period, 'key_projects' as form, 's1' as submission_id, 'Sheet1' as sheet,
    sheet_row::bigint as sheet_row, field, row_key, value::decimal(18,6) as value
from (values
    ('Z02a', 5, 'project_name', '甲项目|甲公司', 1),
    ('Z02b', 6, 'project_name', '乙项目|乙公司', 1),
    ('Z05', 5, 'investment_ytd_wan', '甲项目|甲公司', 1.2),
    ('Z05', 6, 'investment_ytd_wan', '乙项目|乙公司', 0.34567),
    ('Z06', 6, 'investment_ytd_wan', '乙项目|乙公司', 0.34567),
    ('Z06', 6, null, '乙项目|乙公司', 1)
) as listed (indicator_id, sheet_row, field, row_key, value);
create table stg_inbox__columns as select
    's1' as submission_id, 'key_projects' as form, 'Sheet1' as sheet, *
from (values
    ('B', '项目名称', 'project_name', '项目名称', null, null),
    ('F', '自元月至本月底完成(亿元)', 'investment_ytd_wan', '1–本月累计完成投资', '万元', '亿元')
) as listed (column_letter, header, field, title, unit, unit_read);
create table stg_inbox__coercions as select
    's1' as submission_id, 'key_projects' as form, 'Sheet1' as sheet, 5::bigint as sheet_row,
    'investment_ytd_wan' as field, 'F5' as cell, '１.2' as raw, 'unit' as kind;
create table stg_inbox__submissions as select
    's1' as submission_id, 'key_projects' as form, 'projects' as department, '2026-03' as period, 'Sheet1' as sheet,
    '重点项目3月.xlsx' as file, 'ab12' as sha256, timestamp '2026-04-03 09:00:00' as received_at,
    timestamp '2026-04-03 09:01:00' as judged_at, 'accepted' as verdict, 2::bigint as data_rows;
create table stg_projects__key_projects as select
    's1' as submission_id, 'Sheet1' as sheet, *
from (values (5, '甲项目', 12000), (6, '乙项目', 3456.7)) as listed (sheet_row, project_name, investment_ytd_wan);
alter table stg_projects__key_projects alter investment_ytd_wan type decimal(18,4);
create table fct_submissions as select
    *, true as is_in_force, true as is_latest, false as awaits_correction, null::varchar as correction_id,
    null::timestamp as locked_at
from stg_inbox__submissions;
create table fct_project_months as select
    '2026-03' as period, 'P' || i as project_name from range({projects}) as numbers (i);
create table fct_findings as select
    repeat(i::varchar, 16) as finding_id, rule, level, '《重点项目月度调度表》第5行有误' as message, 'key_projects' as form,
    'projects' as department, '2026-03' as period, 's1' as submission_id, 'Sheet1' as sheet, 5::bigint as row,
    'F5' as cell, 'investment_ytd_wan' as field, '1–本月累计完成投资' as title, '=1+1' as value, '3' as expected, is_open,
    is_open as is_in_force, false as is_trial, '1' as rule_version, status, 'g' || i as group_id
from (values (1, 'D01', 'verify', true, 'open'), (2, 'B07', 'notice', true, 'new'), (3, 'B08', 'mandatory', false, null))
    as listed (i, rule, level, is_open, status);
create table int_enterprise_identities as select
    null::varchar as uscc, '衡煦' as enterprise_name, null::varchar as enterprise_id, '待判断' as matched_by,
    0.8::double as probability, '[{{"enterprise_id": "91A", "probability": 0.8}}]' as candidates, 3::bigint as mention_count
    union all select '91A', '甲公司', '91A', '代码', 1, null, 9;
create table int_project_identities as select
    null::varchar as project_no, null::varchar as project_code, '甲项目' as project_name, '甲公司' as owner_name,
    'P1' as project_id, '模型' as matched_by, 0.97::double as probability,
    '[{{"project_id": "P1", "probability": 0.97}}]' as candidates, 2::bigint as mention_count;
create table dim_enterprises as select '91A' as enterprise_id, '甲公司' as enterprise_name;
create table dim_findings as
    select finding_id, rule, rule_version, value, submission_id, level, form, department, period, status, message
    from fct_findings where is_open
    union all by name
    select
        repeat('4', 16) as finding_id, 'D02' as rule, 'verify' as level, 'key_projects' as form,
        'projects' as department, '2026-03' as period, 'resolved' as status, '差2万元' as message;
"""


def _write(path: Path, *, z05: str = "1.545670", projects: int = 2, more: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    with duckdb.connect(str(path)) as connection:
        connection.execute(_SQL.format(z05=z05, projects=projects) + more)
    return path


def _node(name: str, kind: str = "model", status: str = "success", **more: Any) -> NodeOutcome:
    given = {"seconds": 0.1, "failures": None, "message": None, **more}
    return NodeOutcome(unique_id=f"{kind}.taizhang.{name}", name=name, resource_type=kind, status=status, **given)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("TAIZHANG_HOME", str(tmp_path / "var"))
    return Home.from_environment()


@pytest.fixture
def make_warehouse(home: Home) -> Callable[..., Path]:
    """Return a maker of warehouse files: ``z05`` is a figure, ``projects`` a number of rows, ``more`` SQL at the end."""
    return partial(_write, home.work / "warehouse.duckdb")


@pytest.fixture
def node() -> Callable[..., NodeOutcome]:
    """Return a maker of dbt nodes: a model that succeeded unless told otherwise."""
    return _node


@pytest.fixture(scope="session")
def built() -> BuildOutcome:
    """A build in which every mart of the small warehouse succeeded."""
    return BuildOutcome(success=True, nodes=tuple(_node(name) for name in MARTS))


@pytest.fixture(scope="session")
def _published_once(tmp_path_factory: pytest.TempPathFactory, built: BuildOutcome) -> Home:
    home = Home(tmp_path_factory.mktemp("published"))
    publish(home, _write(home.work / "warehouse.duckdb"), built, batch_id="b1", now=datetime(2026, 4, 7, 2))
    return home


@pytest.fixture
def published(home: Home, _published_once: Home) -> Release:
    """The small warehouse, published in this test's home."""
    shutil.copytree(_published_once.releases, home.releases, symlinks=True)
    return current(home)
