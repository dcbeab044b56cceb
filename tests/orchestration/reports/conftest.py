"""A small release with the facts that papers read."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest

from sources.home import Home

RELEASE = "20260407T020000"

SQL = """
create table dim_departments as select * from (values
    ('projects', '项目建设部'), ('investment', '招商引资部'), ('office', '综合办公室')
) as listed (department, department_name);
create table talk_stages as select * from (values
    ('线索', 'lead', 1), ('深度洽谈', 'talks', 3), ('暂缓', 'paused', 0)
) as listed (name, kind, step);
create table fct_talks as select
    project_name as talk_id, '2026-03-H1' as period, *, '投资方' as investor_name, '招商引资部' as responsible_departments,
    '王某' as leader_name, '对接' as next_step_text, date '2026-03-31' as next_step_due_date, '深度洽谈' as previous_stage,
    '已考察' as progress_text, null::varchar as end_reason
from (values
    ('=甲&乙项目', '深度洽谈', 'talks', true, true, false, true, 12000.0000::decimal(18,4), null),
    ('丙项目', '深度洽谈', 'talks', true, false, false, false, 8000.0000, '投资方换人'),
    ('丁项目', '暂缓', 'paused', false, false, true, true, 5000.0000, null)
) as listed (project_name, stage, stage_kind, is_in_talks, is_new, is_left, has_progress, planned_investment_wan,
    no_progress_reason);
create table fct_project_months as select
    project_id, project_id || '项目' as project_name, period, last_day(cast(period || '-01' as date)) as period_end,
    true as is_listed, '市级重点' as project_level, completion::decimal(18,6) as completion_rate,
    schedule::decimal(18,6) as schedule_rate, (completion * 1000)::decimal(18,4) as investment_ytd_wan,
    1000::decimal(18,4) as planned_investment_year_wan, departments as responsible_departments, '李某' as leader_name,
    problem as problem_text, '倒排工期' as next_step_text, true as is_started, date '2025-12-01' as planned_start_date,
    date '2025-12-01' as actual_start_date, true as is_in_statistics, '绿' as light
from (values
    ('戊', '2026-02', 0.20, 0.166667, '项目建设部', null), ('己', '2026-02', 0.10, 0.166667, '招商引资部', null),
    ('戊', '2026-03', 0.25, 0.25, '项目建设部', null), ('己', '2026-03', 0.05, 0.25, '招商引资部', '用地未批'),
    ('庚', '2026-03', 0.60, 0.25, '招商引资部', null)
) as listed (project_id, period, completion, schedule, departments, problem);
create table dim_indicators as select * from (values
    ('Z01', '重点项目数', '个', 'R'), ('Z05', '年度累计完成投资', '亿元', 'A'), ('Z10', '开工率', '%', 'R'), ('Z38', '预计高企总数', '家', 'A'),
    ('Z52', '一般公共预算收入', '亿元', 'A')
) as listed (indicator_id, name, unit, target_type);
create table indicator_values as select
    listed.*, name, unit, if(indicator_id = 'Z52', '地方级', '全区') as scope
from (values
    ('Z01', '2025-03', 3.000000::decimal(18,6), null::decimal(18,6), 'final'), ('Z01', '2026-03', 3, null, 'final'),
    ('Z05', '2025-03', 10.000000::decimal(18,6), null::decimal(18,6), 'final'),
    ('Z05', '2026-03', 12.000000, 40.000000, 'final'),
    ('Z10', '2025-03', 0.500000, null, 'final'),
    ('Z10', '2026-03', 0.625000, null, 'final'),
    ('Z38', '2026-03', 81.000000, 80.000000, 'estimated'), ('Z52', '2026-03', 4, null, 'estimated')
) as listed (indicator_id, period, value, target, status)
join dim_indicators using (indicator_id);
create table fct_indicator_revisions as select
    *, 'Z05' as indicator_id, '年度累计完成投资' as name, '亿元' as unit, '全区' as scope, '更正申请 c1' as why
from (values
    ('2026-01', 2.000000::decimal(18,6), 2.500000::decimal(18,6), 'correction', timestamp '2026-03-21 02:00:00'),
    ('2026-01', 2.5, 2.6, 'submission', timestamp '2026-03-22 02:00:00'),
    ('2026-03', 12.0, 12.5, 'correction', timestamp '2026-04-06 02:00:00')
) as listed (period, old_value, new_value, cause, published_at);
create table fct_supervision_letters as select
    *, '2026-03' as period, '提醒函' as letter_type, '逾期未报' as reason, '项目建设部' as to_departments,
    date '2026-02-20' as reply_due_date, null::date as replied_date, null::varchar as verdict
from (values
    ('〔2026〕提1', date '2026-01-05', true, '2026L01'), ('〔2026〕提2', date '2026-01-10', false, '2026L02'),
    ('〔2026〕提3', date '2026-02-17', true, '2026L03'), ('〔2026〕提4', date '2026-03-02', false, '2026L04')
) as listed (letter_no, issued_date, is_closed, chain_no);
alter table fct_supervision_letters add column letter_level bigint default 1;
alter table fct_supervision_letters add column object_type varchar default '项目';
alter table fct_supervision_letters add column object_no varchar;
update fct_supervision_letters set object_no = '己项目' where letter_no = '〔2026〕提4';
alter table fct_supervision_letters add column promised_date date;
create table fct_appeals as select
    '2026-03' as period, *, enterprise || '有限公司' as enterprise_name, '审批手续' as appeal_kind, '综合办公室' as responsible_department
from (values
    ('S1', '甲', date '2026-03-30', false, 1), ('S2', '乙', date '2026-03-20', false, 7),
    ('S3', '丙', date '2026-04-10', false, 0), ('S4', '丁', date '2026-03-10', true, 2)
) as listed (case_no, enterprise, deadline_date, is_closed, overdue_workdays);
create table fct_reform_tasks as select
    task_no || '|2026-03' as reform_task_id, *, '综合办公室' as responsible_department, '赵某' as leader_name
from (values ('G1', false, null::date), ('G2', true, date '2026-06-30'), ('G3', true, date '2026-03-20'))
    as listed (task_no, is_extended, extended_end_date);
create table fct_reform_milestones as select
    task_no || '|2026-03' as reform_task_id, task_no, task_no || '任务' as task_name, '2026-03' as period, false as is_done,
    '印发方案' as milestone, date '2026-03-10' as planned_date
from (values ('G1'), ('G2'), ('G3')) as listed (task_no);
create table fct_obligations as select
    'key_projects' as form, *, true as is_due, status = 'accepted' as is_filed, status = 'accepted' as is_accepted,
    status = 'accepted' as is_accepted_at_once, case status when 'overdue' then 6 else 0 end as late_workdays,
    if(period = '2026-02', timestamp '2026-03-20 15:00', null) as returned_at,
    if(period = '2026-02', date '2026-03-27', null) as again_due_date,
    if(period = '2026-02', 2, null)::bigint as again_late_workdays
from (values
    ('projects', '2026-03', 'accepted', true, date '2026-04-07'), ('projects', '2026-02', 'accepted', true, date '2026-03-05'),
    ('investment', '2026-03-H1', 'accepted', true, date '2026-03-17'),
    ('investment', '2026-03-H2', 'overdue', false, date '2026-03-31'),
    ('office', '2026-03', 'accepted', true, date '2026-04-07')
) as listed (department, period, status, is_on_time, due_date);
create table fct_submissions as select
    'a' as submission_id, '重点项目月度调度表' as form_title, 'projects' as department, '2026-01' as period,
    date '2026-03-20' as received_date, 'c1' as correction_id, 'accepted' as verdict;
"""


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home with one release; nothing of it is changed by a paper."""
    home = Home(tmp_path_factory.mktemp("papers"))
    folder = home.releases / RELEASE
    folder.mkdir(parents=True)
    with duckdb.connect(str(folder / "warehouse.duckdb")) as connection:
        connection.execute(SQL)
    manifest = {"release_id": RELEASE, "created_at": "2026-04-07T02:00:00"}
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    home.current.symlink_to(RELEASE)
    return home


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shelf: Home) -> Path:
    """An empty working folder of somebody who uses that home."""
    monkeypatch.setenv("TAIZHANG_HOME", str(shelf.root))
    monkeypatch.chdir(tmp_path)
    return tmp_path
