{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_project_month() %}
select
    *,
    project_month__form as form,
    project_month__submission_id as submission_id,
    project_month__sheet as sheet,
    project_month__sheet_row as sheet_row,
    project_month__row_key as row_key
from (

select
    date_trunc('month', period_start) as metric_time__month,
    form as project_month__form,
    submission_id as project_month__submission_id,
    sheet as project_month__sheet,
    sheet_row as project_month__sheet_row,
    row_key as project_month__row_key,
    case when (case when is_listed and level_group = '区级' then project_id end) is not null then 1 else 0 end as district_key_projects,
    case when is_listed and land_mu > 0 then fixed_investment_wan end as fixed_investment_on_land,
    case when (case when light = '绿' then project_id end) is not null then 1 else 0 end as green_light_projects,
    case when is_listed and is_industrial then investment_ytd_wan * 0.0001 end as industrial_investment,
    case when is_listed then investment_month_wan * 0.0001 end as investment_month,
    case when is_listed then investment_ytd_wan * 0.0001 end as investment_ytd,
    case when is_listed then total_investment_wan * 0.0001 end as key_project_total_investment,
    case when (case when is_listed then project_id end) is not null then 1 else 0 end as key_projects,
    case when is_listed and fixed_investment_wan is not null and land_mu > 0 then land_mu end as land_with_investment,
    case when (case when is_listed and level_group = '市级' then project_id end) is not null then 1 else 0 end as municipal_key_projects,
    case when is_listed then planned_investment_year_wan * 0.0001 end as planned_investment_year,
    case when (case when is_statistics_due and is_in_statistics then project_id end) is not null then 1 else 0 end as projects_in_statistics,
    case when (case when is_planned_under_way then project_id end) is not null then 1 else 0 end as projects_planned_under_way,
    case when (case when is_start_due then project_id end) is not null then 1 else 0 end as projects_start_due,
    case when (case when is_planned_under_way and is_started then project_id end) is not null then 1 else 0 end as projects_started,
    case when (case when is_start_due and is_started_on_time then project_id end) is not null then 1 else 0 end as projects_started_on_time,
    case when (case when is_statistics_due then project_id end) is not null then 1 else 0 end as projects_statistics_due,
    case when is_listed and leader_visit_count is not null then case when has_leader and leader_visit_count > 0 then 1 else 0 end end as projects_visited,
    case when (case when is_listed and has_leader then project_id end) is not null then 1 else 0 end as projects_with_leader,
    case when (case when is_listed and level_group = '省级' then project_id end) is not null then 1 else 0 end as provincial_key_projects,
    case when (case when light = '红' then project_id end) is not null then 1 else 0 end as red_light_projects,
    case when is_listed and is_industrial then statistics_investment_ytd_wan * 0.0001 end as statistics_investment,
    case when is_listed and is_industrial and statistics_investment_prior_ytd_wan is not null then statistics_investment_ytd_wan * 0.0001 end as statistics_investment_compared,
    case when is_listed and is_industrial and statistics_investment_ytd_wan is not null then statistics_investment_prior_ytd_wan * 0.0001 end as statistics_investment_prior,
    case when is_listed and is_technical_upgrade and statistics_investment_prior_ytd_wan is not null then statistics_investment_ytd_wan * 0.0001 end as statistics_upgrade_compared,
    case when is_listed and is_technical_upgrade and statistics_investment_ytd_wan is not null then statistics_investment_prior_ytd_wan * 0.0001 end as statistics_upgrade_prior,
    case when is_listed and is_technical_upgrade then investment_ytd_wan * 0.0001 end as upgrade_investment,
    case when (case when light = '黄' then project_id end) is not null then 1 else 0 end as yellow_light_projects
from {{ ref('fct_project_months') }}

) as compiled
{% endmacro %}
