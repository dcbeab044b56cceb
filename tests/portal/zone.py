"""A small published warehouse: a figure of two departments' cells, submissions and findings of both."""

from __future__ import annotations

from typing import Any

RELEASE = "20260407T020000"
#: A word that stands only in the other department's data: nobody of ``projects`` may ever read it.
FOREIGN = "外部门机密"
OWN_SUBMISSION, FOREIGN_SUBMISSION = "a" * 16, "b" * 16
OWN_FINDING, FOREIGN_FINDING = "1" * 16, "2" * 16
#: What everybody reads instead of the findings, whose words stand in a restricted schema.
MASKED = "数值不公开"
#: Stands in a restricted schema only.
CONFIDENTIAL = "单个企业数据"

SQL = f"""
create table dim_indicators as select * from (values
    ('Z05', '年度累计完成投资', '亿元', '正', 'projects', '1–本月累计完成投资之和', 'preliminary', null, 'month', 'A', null,
     'key_projects', 'investment_ytd_wan', '《重点项目月度调度表》'),
    ('Z06', '年度投资完成率', '%', '正', 'projects', '累计完成投资 ÷ 年度计划', 'preliminary', null, 'month', 'R', null,
     'key_projects', 'investment_ytd_wan', '《重点项目月度调度表》'),
    ('Z12', '纳统率', '%', '正', 'projects', '已纳统项目 ÷ 应纳统项目', 'preliminary', null, 'month', 'R', null,
     'key_projects', 'is_in_statistics', '《重点项目月度调度表》'),
    ('Z27a', '实际到位资金同比', '%', '正', 'investment', '1–本月到位资金 ÷ 上年同期 − 1', 'preliminary', 'Z27', 'month', 'G', null,
     'signings', 'funds_ytd_wan、funds_prior_ytd_wan', '《签约项目台账》')
) as listed (indicator_id, name, unit, direction, owner, formula, status, part_of, grain, target_type, fixed_target, forms,
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
create table fct_indicator_quality as select
    indicator_value_id, indicator_id, period, scope, 4::bigint as inputs, 0.25::decimal(18,6) as late_rate,
    0.5::decimal(18,6) as disputed_rate, 0::decimal(18,6) as explained_rate
from indicator_values where indicator_id = 'Z05';
create table fct_indicator_vintages as select
    indicator_id || period || number as vintage_id, release_id, published_at, indicator_id, name, unit, period, scope,
    listed.value::decimal(18,6) as value, target, status, published_at as vintage, 'x' as code, true as is_new
from indicator_values, (values
    ('20260406T020000', timestamp '2026-04-06 02:00:00', 1, 1.2), (null, timestamp '2026-04-07 02:00:00', 2, 1.54567)
) as listed (release_id, published_at, number, value)
where indicator_id = 'Z05' and period = '2026-03';
create table fct_indicator_revisions as select
    vintage_id as revision_id, release_id, published_at, indicator_id, name, unit, period, scope,
    1.2::decimal(18,6) as old_value, value as new_value, 0.34567::decimal(18,6) as difference, 'submission' as cause,
    '新生效的报送' as why, '{OWN_SUBMISSION}、{FOREIGN_SUBMISSION}' as submissions_in,
    null::varchar as submissions_out, null::varchar as decisions_in, null::varchar as decisions_out, is_new
from fct_indicator_vintages where release_id is null;
create table indicator_definitions as select
    indicator_id || '|' || version as definition_id, indicator_id, version, valid_from, valid_until, '年度累计完成投资' as name,
    '亿元' as unit, formula
from (values ('Z05', 2, '2026-01', null, '新口径之和'), ('Z05', 1, null, '2025-12', '旧口径之和'))
    as listed (indicator_id, version, valid_from, valid_until, formula);
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
create table stg_projects__key_projects as select *, null::boolean as is_in_statistics
from (values ('{OWN_SUBMISSION}', 'Sheet1', 5, 12000), ('{FOREIGN_SUBMISSION}', 'Sheet1', 6, 3456.7))
    as listed (submission_id, sheet, sheet_row, investment_ytd_wan);
create table fct_submissions as select
    *, true as is_in_force, true as is_latest, department = 'finance' as awaits_correction, if(department = 'finance', 4, 0)::bigint as mandatory_count, 1 as verify_count, 2 as notice_count
from stg_inbox__submissions;
create table fct_findings as select
    finding_id as finding_row_id, finding_id, rule, level, message, 'key_projects' as form, department,
    '2026-03' as period, submission_id, 'Sheet1' as sheet, row::bigint as row, cell, 'investment_ytd_wan' as field,
    '1–本月累计完成投资' as title, value, expected, null::varchar as difference, other_submission_id,
    other_cell, null::varchar as row_key, true as is_open, true as is_in_force, false as is_trial, '1' as rule_version,
    department as asked_department, status, status_reason, age::bigint as age_workdays, group_id
from (values
    ('{FOREIGN_FINDING}', 'D01', 'verify', '{FOREIGN}有误', 'finance', '{FOREIGN_SUBMISSION}', 6, 'F6', '3456.7', '12000',
     '{OWN_SUBMISSION}', 'F5', 'new', null, 9, '{"e" * 16}'),
    ('{OWN_FINDING}', 'D01', 'verify', '累计完成投资比上月少，请说明。', 'projects', '{OWN_SUBMISSION}', 5, 'F5', '12000', '15000',
     null, null, 'lapsed', '数值由 11000 改为 12000', 4, '{"c" * 16}'),
    ('{"3" * 16}', 'D01', 'verify', '累计完成投资比上月少，请说明。', 'projects', '{OWN_SUBMISSION}', 7, 'F7', '800', '900',
     null, null, 'new', null, 1, '{"c" * 16}'),
    ('{"4" * 16}', 'B08', 'mandatory', '大小关系不符，请核对。', 'projects', '{OWN_SUBMISSION}', 8, 'F8', '1', '2',
     null, null, 'new', null, 12, '{"d" * 16}')
) as listed (finding_id, rule, level, message, department, submission_id, row, cell, value, expected,
    other_submission_id, other_cell, status, status_reason, age, group_id);
create table dim_findings as select
    finding_id, rule, rule_version, value, submission_id, level, status, message,
    case when status = 'lapsed' then '项目暂停施工，进度放缓。' end as explanation,
    case when status = 'lapsed' then '李某' end as explained_by, null::varchar as explanation_id,
    null::varchar as waiver_id, null::date as waived_until
from fct_findings;
create table stg_inbox__decisions (decision_id varchar);
create table fct_obligations as select
    form, department, period, status, late_workdays::bigint as late_workdays, true as is_on_time,
    true as is_accepted_on_time, timestamp '2026-04-03 09:00:00' as first_received_at,
    timestamp '2026-04-03 09:01:00' as first_accepted_at, false as is_closed, false as is_unapproved_revision,
    date '2026-04-06' as due_date, note::varchar as exception_note, submission_id
from (values
    ('key_projects', 'projects', '2026-03', 'accepted', 0, '{OWN_SUBMISSION}', null),
    ('key_projects', 'projects', '2026-02', 'nil', 0, '{OWN_SUBMISSION}', null),
    ('key_projects', 'projects', '2026-01', 'accepted', 2, '{OWN_SUBMISSION}', '批准延期至4月8日'),
    ('key_projects', 'finance', '2026-03', 'rejected', 1, '{FOREIGN_SUBMISSION}', null),
    ('fiscal_revenue', 'finance', '2026-03', 'overdue', 3, null, null)
) as listed (form, department, period, status, late_workdays, submission_id, note);
create table fct_quality_scores as select
    department, period, due::bigint as forms_due, timely::bigint as forms_on_time, due::bigint as forms_filed,
    once::bigint as forms_accepted_at_once, late::bigint as late_workdays, 1::bigint as returns,
    0::bigint as corrections, unexplained::bigint as unexplained, 3::bigint as notices, 1::bigint as repeats,
    oldest::bigint as oldest_workdays, (2 * late)::decimal(18,4) as late_points, 3::decimal(18,4) as return_points,
    unexplained::decimal(18,4) as unexplained_points, 0.6::decimal(18,4) as notice_points,
    0::decimal(18,4) as correction_points, (96.4 - 2 * late - unexplained)::decimal(18,4) as score
from (values
    ('projects', '2026-02', 4, 4, 4, 0, 0, null), ('projects', '2026-03', 4, 3, 2, 2, 2, 4),
    ('finance', '2026-03', 2, 1, 1, 5, 1, 9)
) as listed (department, period, due, timely, once, late, unexplained, oldest);
create table int_enterprise_identities as select
    '晨光新材' as enterprise_name, null::varchar as uscc, null::varchar as enterprise_id, '待判断' as matched_by,
    null::double as probability, 3::bigint as mention_count,
    '[{{"enterprise_id": "91370105MA3AY4CL62", "probability": 0.62}}]' as candidates;
create table int_project_identities as select
    null::varchar as project_name, null::varchar as project_no, null::varchar as project_code,
    null::varchar as owner_name, null::varchar as project_id, '待判断' as matched_by, null::double as probability,
    null::varchar as candidates, 1::bigint as mention_count limit 0;
create table dim_enterprises as select '91370105MA3AY4CL62' as enterprise_id, '济南晨光新材料有限公司' as enterprise_name;
create table fct_project_months as select
    project || month as project_month_id, (month || '-01')::date as period_start, '全区' as scope, industry,
    'projects' as department, project as row_key, done::decimal(18,4) as investment_ytd_wan,
    planned::decimal(18,4) as planned_investment_year_wan
from (values
    ('甲', '2026-01', '医养健康', 100, 4000), ('甲', '2026-02', '医养健康', 300, 4000), ('甲', '2026-03', '医养健康', 1200, 4000),
    ('乙', '2026-03', '新材料', 800, 1000), ('甲', '2026-04', '医养健康', 2000, 4000)
) as listed (project, month, industry, done, planned);
create schema restricted;
create table restricted.fct_findings as from fct_findings;
create table restricted.dim_findings as from dim_findings;
update fct_findings set message = '{MASKED}', value = null, expected = null;
update dim_findings set message = '{MASKED}', value = null, explanation = null;
create schema statistics;
create table statistics.fct_industrial_months as select '{CONFIDENTIAL}' as enterprise_name;
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
        "rows": {"dim_indicators": 4, "fct_submissions": 2},
        "findings": {"verify": 1},
        "checks": [{"name": "rows", "title": "行数与报送一致", "passed": True, "reason": None}],
    }
