"""A small published warehouse: a figure of two departments' cells, submissions and findings of both."""

from __future__ import annotations

from typing import Any

RELEASE = "20260407T020000"
#: A word that stands only in the other department's data: nobody of ``projects`` may ever read it.
FOREIGN = "外部门机密"
OWN_SUBMISSION, FOREIGN_SUBMISSION = "a" * 16, "b" * 16

SQL = f"""
create table dim_indicators as select * from (values
    ('Z05', '年度累计完成投资', '亿元', '正', 'projects', '1–本月累计完成投资之和', 'preliminary', null, 'A', null,
     'key_projects', 'investment_ytd_wan', '《重点项目月度调度表》'),
    ('Z06', '年度投资完成率', '%', '正', 'projects', '累计完成投资 ÷ 年度计划', 'preliminary', null, 'R', null,
     'key_projects', 'investment_ytd_wan', '《重点项目月度调度表》')
) as listed (indicator_id, name, unit, direction, owner, formula, status, part_of, target_type, fixed_target, forms,
    fields, form_titles);
create table indicator_values as select
    indicator_id || period as indicator_value_id, indicator_id, name, unit, owner, period, scope,
    value::decimal(18,6) as value, target::decimal(18,6) as target,
    (value / target)::decimal(18,6) as attainment_rate, 0.25::decimal(18,6) as due_rate,
    (value / target - 0.25)::decimal(18,6) as schedule_gap, status,
    timestamp '2026-04-07 02:00:00' as vintage
from (values
    ('Z05', '年度累计完成投资', '亿元', 'projects', '2026-02', '全区', 0.8, 12.5, 'preliminary'),
    ('Z05', '年度累计完成投资', '亿元', 'projects', '2026-03', '全区', 1.54567, 12.5, 'preliminary'),
    ('Z06', '年度投资完成率', '%', 'projects', '2026-03', '全区', 0.563, 0.6, 'preliminary')
) as listed (indicator_id, name, unit, owner, period, scope, value, target, status);
create table indicator_sources as select
    indicator_id, '2026-03' as period, 'key_projects' as form, submission_id, 'Sheet1' as sheet,
    sheet_row::bigint as sheet_row, 'investment_ytd_wan' as field, row_key, value::decimal(18,6) as value
from (values
    ('Z05', '{OWN_SUBMISSION}', 5, '甲项目|甲公司', 1.2), ('Z05', '{FOREIGN_SUBMISSION}', 6, '{FOREIGN}|乙公司', 0.34567)
) as listed (indicator_id, submission_id, sheet_row, row_key, value);
create table stg_inbox__columns as select submission_id, 'key_projects' as form, 'Sheet1' as sheet, listed.*
from (values ('{OWN_SUBMISSION}'), ('{FOREIGN_SUBMISSION}')) as submissions (submission_id), (values
    ('B', '项目名称', 'project_name', '项目名称', null, null),
    ('F', '自元月至本月底完成(亿元)', 'investment_ytd_wan', '1–本月累计完成投资', '万元', '亿元')
) as listed (column_letter, header, field, title, unit, unit_read);
create table stg_inbox__coercions as select
    '{OWN_SUBMISSION}' as submission_id, 'key_projects' as form, 'Sheet1' as sheet, 5::bigint as sheet_row,
    'investment_ytd_wan' as field, 'F5' as cell, '１.2' as raw, 'unit' as kind;
create table stg_inbox__submissions as select
    submission_id, 'key_projects' as form, department, '2026-03' as period, 'Sheet1' as sheet, file,
    'ab12' as sha256, timestamp '2026-04-03 09:00:00' as received_at, timestamp '2026-04-03 09:01:00' as judged_at,
    'accepted' as verdict, 2::bigint as data_rows
from (values
    ('{OWN_SUBMISSION}', 'projects', '重点项目3月.xlsx'), ('{FOREIGN_SUBMISSION}', 'finance', '{FOREIGN}.xlsx')
) as listed (submission_id, department, file);
create table stg_projects__key_projects as select *
from (values ('{OWN_SUBMISSION}', 'Sheet1', 5, 12000), ('{FOREIGN_SUBMISSION}', 'Sheet1', 6, 3456.7))
    as listed (submission_id, sheet, sheet_row, investment_ytd_wan);
create table fct_submissions as select
    *, true as is_in_force, 0 as mandatory_count, 1 as verify_count, 2 as notice_count
from stg_inbox__submissions;
create table fct_findings as select
    'f1' as finding_id, 'D01' as rule, 'verify' as level, '{FOREIGN}有误' as message, 'key_projects' as form,
    'finance' as department, '2026-03' as period, '{FOREIGN_SUBMISSION}' as submission_id, true as is_open;
"""


def manifest() -> dict[str, Any]:
    """Return the manifest of the small release."""
    inputs = [
        {"submission_id": OWN_SUBMISSION, "file": "重点项目3月.xlsx", "sha256": "ab12", "form": "key_projects",
         "department": "projects", "period": "2026-03"},
        {"submission_id": FOREIGN_SUBMISSION, "file": f"{FOREIGN}.xlsx", "sha256": "cd34", "form": "key_projects",
         "department": "finance", "period": "2026-03"},
    ]  # fmt: skip
    return {
        "release_id": RELEASE,
        "created_at": "2026-04-07T02:00:00",
        "code": {"version": "0.1.0", "commit": "abc"},
        "batch_id": "b1",
        "inputs": inputs,
        "rows": {"dim_indicators": 2, "fct_submissions": 2},
        "findings": {"verify": 1},
        "checks": [{"name": "rows", "title": "行数与报送一致", "passed": True, "reason": None}],
    }
