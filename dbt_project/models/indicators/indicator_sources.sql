-- 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml
with rows_by_project_month as (

    {{ rows_by_project_month() }}

),

rows_by_enterprise_title as (

    {{ rows_by_enterprise_title() }}

),

rows_by_reform_task as (

    {{ rows_by_reform_task() }}

),

rows_by_reform_milestone as (

    {{ rows_by_reform_milestone() }}

),

rows_by_filing as (

    {{ rows_by_filing() }}

)

select 'Z01' as indicator_id, period, form, submission_id, sheet, sheet_row, 'project_name' as field,
    row_key, cast(key_projects as decimal(18, 8)) as value
from rows_by_project_month where key_projects <> 0
union all
select 'Z02a' as indicator_id, period, form, submission_id, sheet, sheet_row, 'project_level' as field,
    row_key, cast(provincial_key_projects as decimal(18, 8)) as value
from rows_by_project_month where provincial_key_projects <> 0
union all
select 'Z02b' as indicator_id, period, form, submission_id, sheet, sheet_row, 'project_level' as field,
    row_key, cast(municipal_key_projects as decimal(18, 8)) as value
from rows_by_project_month where municipal_key_projects <> 0
union all
select 'Z02c' as indicator_id, period, form, submission_id, sheet, sheet_row, 'project_level' as field,
    row_key, cast(district_key_projects as decimal(18, 8)) as value
from rows_by_project_month where district_key_projects <> 0
union all
select 'Z03' as indicator_id, period, form, submission_id, sheet, sheet_row, 'total_investment_wan' as field,
    row_key, cast(key_project_total_investment as decimal(18, 8)) as value
from rows_by_project_month where key_project_total_investment is not null
union all
select 'Z04' as indicator_id, period, form, submission_id, sheet, sheet_row, 'planned_investment_year_wan' as field,
    row_key, cast(planned_investment_year as decimal(18, 8)) as value
from rows_by_project_month where planned_investment_year is not null
union all
select 'Z05' as indicator_id, period, form, submission_id, sheet, sheet_row, 'investment_ytd_wan' as field,
    row_key, cast(investment_ytd as decimal(18, 8)) as value
from rows_by_project_month where investment_ytd is not null
union all
select 'Z06' as indicator_id, period, form, submission_id, sheet, sheet_row, 'investment_ytd_wan' as field,
    row_key, cast(investment_ytd as decimal(18, 8)) as value
from rows_by_project_month where investment_ytd is not null
union all
select 'Z06' as indicator_id, period, form, submission_id, sheet, sheet_row, 'planned_investment_year_wan' as field,
    row_key, cast(planned_investment_year as decimal(18, 8)) as value
from rows_by_project_month where planned_investment_year is not null
union all
select 'Z08' as indicator_id, period, form, submission_id, sheet, sheet_row, 'investment_ytd_wan' as field,
    row_key, cast(investment_ytd as decimal(18, 8)) as value
from rows_by_project_month where investment_ytd is not null
union all
select 'Z08' as indicator_id, period, form, submission_id, sheet, sheet_row, 'planned_investment_year_wan' as field,
    row_key, cast(planned_investment_year as decimal(18, 8)) as value
from rows_by_project_month where planned_investment_year is not null
union all
select 'Z09' as indicator_id, period, form, submission_id, sheet, sheet_row, 'investment_month_wan' as field,
    row_key, cast(investment_month as decimal(18, 8)) as value
from rows_by_project_month where investment_month is not null
union all
select 'Z10' as indicator_id, period, form, submission_id, sheet, sheet_row, 'planned_start_date' as field,
    row_key, cast(projects_planned_under_way as decimal(18, 8)) as value
from rows_by_project_month where projects_planned_under_way <> 0
union all
select 'Z10' as indicator_id, period, form, submission_id, sheet, sheet_row, 'is_started' as field,
    row_key, cast(projects_started as decimal(18, 8)) as value
from rows_by_project_month where projects_started <> 0
union all
select 'Z11' as indicator_id, period, form, submission_id, sheet, sheet_row, 'planned_start_date' as field,
    row_key, cast(projects_start_due as decimal(18, 8)) as value
from rows_by_project_month where projects_start_due <> 0
union all
select 'Z11' as indicator_id, period, form, submission_id, sheet, sheet_row, 'actual_start_date' as field,
    row_key, cast(projects_started_on_time as decimal(18, 8)) as value
from rows_by_project_month where projects_started_on_time <> 0
union all
select 'Z12' as indicator_id, period, form, submission_id, sheet, sheet_row, 'is_in_statistics' as field,
    row_key, cast(projects_in_statistics as decimal(18, 8)) as value
from rows_by_project_month where projects_in_statistics <> 0
union all
select 'Z12' as indicator_id, period, form, submission_id, sheet, sheet_row, 'actual_start_date' as field,
    row_key, cast(projects_statistics_due as decimal(18, 8)) as value
from rows_by_project_month where projects_statistics_due <> 0
union all
select 'Z18a' as indicator_id, period, form, submission_id, sheet, sheet_row, 'investment_ytd_wan' as field,
    row_key, cast(green_light_projects as decimal(18, 8)) as value
from rows_by_project_month where green_light_projects <> 0
union all
select 'Z18b' as indicator_id, period, form, submission_id, sheet, sheet_row, 'investment_ytd_wan' as field,
    row_key, cast(yellow_light_projects as decimal(18, 8)) as value
from rows_by_project_month where yellow_light_projects <> 0
union all
select 'Z18c' as indicator_id, period, form, submission_id, sheet, sheet_row, 'investment_ytd_wan' as field,
    row_key, cast(red_light_projects as decimal(18, 8)) as value
from rows_by_project_month where red_light_projects <> 0
union all
select 'Z19' as indicator_id, period, form, submission_id, sheet, sheet_row, 'fixed_investment_wan' as field,
    row_key, cast(fixed_investment_on_land as decimal(18, 8)) as value
from rows_by_project_month where fixed_investment_on_land is not null
union all
select 'Z19' as indicator_id, period, form, submission_id, sheet, sheet_row, 'land_mu' as field,
    row_key, cast(land_with_investment as decimal(18, 8)) as value
from rows_by_project_month where land_with_investment is not null
union all
select 'Z33' as indicator_id, period, form, submission_id, sheet, sheet_row, 'stage' as field,
    row_key, cast(above_scale_enterprises as decimal(18, 8)) as value
from rows_by_enterprise_title where above_scale_enterprises <> 0
union all
select 'Z33a' as indicator_id, period, form, submission_id, sheet, sheet_row, 'statistics_profession' as field,
    row_key, cast(above_scale_industrial_enterprises as decimal(18, 8)) as value
from rows_by_enterprise_title where above_scale_industrial_enterprises <> 0
union all
select 'Z34' as indicator_id, period, form, submission_id, sheet, sheet_row, 'award_date' as field,
    row_key, cast(new_above_scale_enterprises as decimal(18, 8)) as value
from rows_by_enterprise_title where new_above_scale_enterprises <> 0
union all
select 'Z35' as indicator_id, period, form, submission_id, sheet, sheet_row, 'stage' as field,
    row_key, cast(expected_above_scale_enterprises as decimal(18, 8)) as value
from rows_by_enterprise_title where expected_above_scale_enterprises <> 0
union all
select 'Z36' as indicator_id, period, form, submission_id, sheet, sheet_row, 'application_date' as field,
    row_key, cast(hightech_applicants as decimal(18, 8)) as value
from rows_by_enterprise_title where hightech_applicants <> 0
union all
select 'Z36a' as indicator_id, period, form, submission_id, sheet, sheet_row, 'application_type' as field,
    row_key, cast(hightech_first_applicants as decimal(18, 8)) as value
from rows_by_enterprise_title where hightech_first_applicants <> 0
union all
select 'Z36b' as indicator_id, period, form, submission_id, sheet, sheet_row, 'application_type' as field,
    row_key, cast(hightech_renewing_applicants as decimal(18, 8)) as value
from rows_by_enterprise_title where hightech_renewing_applicants <> 0
union all
select 'Z37' as indicator_id, period, form, submission_id, sheet, sheet_row, 'valid_to_date' as field,
    row_key, cast(hightech_enterprises as decimal(18, 8)) as value
from rows_by_enterprise_title where hightech_enterprises <> 0
union all
select 'Z38' as indicator_id, period, form, submission_id, sheet, sheet_row, 'stage' as field,
    row_key, cast(expected_hightech_enterprises as decimal(18, 8)) as value
from rows_by_enterprise_title where expected_hightech_enterprises <> 0
union all
select 'Z39a' as indicator_id, period, form, submission_id, sheet, sheet_row, 'award_date' as field,
    row_key, cast(new_gazelles as decimal(18, 8)) as value
from rows_by_enterprise_title where new_gazelles <> 0
union all
select 'Z39b' as indicator_id, period, form, submission_id, sheet, sheet_row, 'stage' as field,
    row_key, cast(gazelles as decimal(18, 8)) as value
from rows_by_enterprise_title where gazelles <> 0
union all
select 'Z40a' as indicator_id, period, form, submission_id, sheet, sheet_row, 'stage' as field,
    row_key, cast(provincial_srdi_enterprises as decimal(18, 8)) as value
from rows_by_enterprise_title where provincial_srdi_enterprises <> 0
union all
select 'Z40b' as indicator_id, period, form, submission_id, sheet, sheet_row, 'stage' as field,
    row_key, cast(municipal_srdi_enterprises as decimal(18, 8)) as value
from rows_by_enterprise_title where municipal_srdi_enterprises <> 0
union all
select 'Z59a' as indicator_id, period, form, submission_id, sheet, sheet_row, 'task_no' as field,
    row_key, cast(reform_tasks as decimal(18, 8)) as value
from rows_by_reform_task where reform_tasks <> 0
union all
select 'Z59b' as indicator_id, period, form, submission_id, sheet, sheet_row, 'task_status' as field,
    row_key, cast(reform_tasks_done as decimal(18, 8)) as value
from rows_by_reform_task where reform_tasks_done <> 0
union all
select 'Z59c' as indicator_id, period, form, submission_id, sheet, sheet_row, 'task_status' as field,
    row_key, cast(reform_tasks_done_on_time as decimal(18, 8)) as value
from rows_by_reform_task where reform_tasks_done_on_time <> 0
union all
select 'Z59c' as indicator_id, period, form, submission_id, sheet, sheet_row, 'planned_end_date' as field,
    row_key, cast(reform_tasks_due as decimal(18, 8)) as value
from rows_by_reform_task where reform_tasks_due <> 0
union all
select 'Z60' as indicator_id, period, form, submission_id, sheet, sheet_row, 'milestone_weight_rate' as field,
    row_key, cast(milestone_weight as decimal(18, 8)) as value
from rows_by_reform_milestone where milestone_weight is not null
union all
select 'Z60' as indicator_id, period, form, submission_id, sheet, sheet_row, 'milestone_done_date' as field,
    row_key, cast(milestone_weight_done as decimal(18, 8)) as value
from rows_by_reform_milestone where milestone_weight_done is not null
union all
select 'Z68' as indicator_id, period, form, submission_id, sheet, sheet_row, 'due_date' as field,
    row_key, cast(filings_due as decimal(18, 8)) as value
from rows_by_filing where filings_due <> 0
union all
select 'Z68' as indicator_id, period, form, submission_id, sheet, sheet_row, 'received_at' as field,
    row_key, cast(filings_on_time as decimal(18, 8)) as value
from rows_by_filing where filings_on_time <> 0
union all
select 'Z68a' as indicator_id, period, form, submission_id, sheet, sheet_row, 'received_at' as field,
    row_key, cast(filings_arrived as decimal(18, 8)) as value
from rows_by_filing where filings_arrived <> 0
union all
select 'Z68a' as indicator_id, period, form, submission_id, sheet, sheet_row, 'due_date' as field,
    row_key, cast(filings_due as decimal(18, 8)) as value
from rows_by_filing where filings_due <> 0
union all
select 'Z68b' as indicator_id, period, form, submission_id, sheet, sheet_row, 'received_at' as field,
    row_key, cast(filings_accepted_on_time as decimal(18, 8)) as value
from rows_by_filing where filings_accepted_on_time <> 0
union all
select 'Z68b' as indicator_id, period, form, submission_id, sheet, sheet_row, 'due_date' as field,
    row_key, cast(filings_due as decimal(18, 8)) as value
from rows_by_filing where filings_due <> 0
union all
select 'Z69' as indicator_id, period, form, submission_id, sheet, sheet_row, 'verdict' as field,
    row_key, cast(filings_accepted_at_once as decimal(18, 8)) as value
from rows_by_filing where filings_accepted_at_once <> 0
union all
select 'Z69' as indicator_id, period, form, submission_id, sheet, sheet_row, 'received_at' as field,
    row_key, cast(filings_made as decimal(18, 8)) as value
from rows_by_filing where filings_made <> 0
