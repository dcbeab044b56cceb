{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_milestone_month() %}
select
    *,
    milestone_month__form as form,
    milestone_month__submission_id as submission_id,
    milestone_month__sheet as sheet,
    milestone_month__sheet_row as sheet_row,
    milestone_month__row_key as row_key
from (

select
    date_trunc('month', period_start) as metric_time__month,
    form as milestone_month__form,
    submission_id as milestone_month__submission_id,
    sheet as milestone_month__sheet,
    sheet_row as milestone_month__sheet_row,
    row_key as milestone_month__row_key,
    case when (case when milestone_code = 'M16' and is_due then project_id end) is not null then 1 else 0 end as completions_due,
    case when (case when milestone_code = 'M16' and is_due and is_done_on_time then project_id end) is not null then 1 else 0 end as completions_on_time,
    case when (case when is_five_together and is_done_in_year then project_id end) is not null then 1 else 0 end as five_together_projects,
    case when milestone_code = 'M12' and is_done_in_year then workdays_from_land end as land_to_start_workdays,
    case when (case when is_last_certificate and is_done_in_year then project_id end) is not null then 1 else 0 end as last_certificates,
    case when (case when is_certificate and is_applicable then milestone_month_id end) is not null then 1 else 0 end as permits_asked_all,
    case when (case when milestone_code = 'M11' and is_applicable then milestone_month_id end) is not null then 1 else 0 end as permits_asked_construction_permit,
    case when (case when milestone_code = 'M08' and is_applicable then milestone_month_id end) is not null then 1 else 0 end as permits_asked_design,
    case when (case when milestone_code = 'M05' and is_applicable then milestone_month_id end) is not null then 1 else 0 end as permits_asked_land_permit,
    case when (case when milestone_code = 'M09' and is_applicable then milestone_month_id end) is not null then 1 else 0 end as permits_asked_planning_permit,
    case when (case when milestone_code = 'M06' and is_applicable then milestone_month_id end) is not null then 1 else 0 end as permits_asked_property,
    case when (case when is_certificate and milestone_status = '已办' then milestone_month_id end) is not null then 1 else 0 end as permits_done_all,
    case when (case when milestone_code = 'M11' and milestone_status = '已办' then milestone_month_id end) is not null then 1 else 0 end as permits_done_construction_permit,
    case when (case when milestone_code = 'M08' and milestone_status = '已办' then milestone_month_id end) is not null then 1 else 0 end as permits_done_design,
    case when (case when milestone_code = 'M05' and milestone_status = '已办' then milestone_month_id end) is not null then 1 else 0 end as permits_done_land_permit,
    case when (case when milestone_code = 'M09' and milestone_status = '已办' then milestone_month_id end) is not null then 1 else 0 end as permits_done_planning_permit,
    case when (case when milestone_code = 'M06' and milestone_status = '已办' then milestone_month_id end) is not null then 1 else 0 end as permits_done_property,
    case when (case when milestone_code = 'M19' and is_done_in_year then project_id end) is not null then 1 else 0 end as projects_at_full_capacity,
    case when (case when milestone_code = 'M17' and is_done_in_year then project_id end) is not null then 1 else 0 end as projects_in_production,
    case when (case when milestone_code = 'M12' and is_done_in_year and workdays_from_land is not null then project_id end) is not null then 1 else 0 end as projects_started_after_land,
    case when (case when is_started_with_land and is_done_in_year then project_id end) is not null then 1 else 0 end as started_with_land_projects
from {{ ref('int_project_milestone_months') }}

) as compiled
{% endmacro %}
