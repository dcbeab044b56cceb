{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_enterprise_title() %}
select
    *,
    enterprise_title__form as form,
    enterprise_title__submission_id as submission_id,
    enterprise_title__sheet as sheet,
    enterprise_title__sheet_row as sheet_row,
    enterprise_title__row_key as row_key
from (

select
    date_trunc('month', period_start) as metric_time__month,
    form as enterprise_title__form,
    submission_id as enterprise_title__submission_id,
    sheet as enterprise_title__sheet,
    sheet_row as enterprise_title__sheet_row,
    row_key as enterprise_title__row_key,
    case when (case when title = 'above_scale' and is_valid_at_period_end then enterprise_id end) is not null then 1 else 0 end as above_scale_enterprises,
    case when (case when title = 'above_scale' and (stage = '取消' or exit_reason is not null) then enterprise_id end) is not null then 1 else 0 end as above_scale_enterprises_left,
    case when (case when title = 'above_scale' and is_valid_at_period_end and statistics_profession = 'B 工业' then enterprise_id end) is not null then 1 else 0 end as above_scale_industrial_enterprises,
    case when (case when title = 'above_scale' and (is_valid_at_year_end or is_pending) then enterprise_id end) is not null then 1 else 0 end as expected_above_scale_enterprises,
    case when (case when title = 'hightech' and (is_valid_at_year_end or is_pending) then enterprise_id end) is not null then 1 else 0 end as expected_hightech_enterprises,
    case when (case when title = 'gazelle_province' and is_valid_at_period_end then enterprise_id end) is not null then 1 else 0 end as gazelles,
    case when (case when title = 'hightech' and is_applied_in_year then enterprise_id end) is not null then 1 else 0 end as hightech_applicants,
    case when (case when title = 'hightech' and is_valid_at_period_end then enterprise_id end) is not null then 1 else 0 end as hightech_enterprises,
    case when (case when title = 'hightech' and is_applied_in_year and not is_renewal then enterprise_id end) is not null then 1 else 0 end as hightech_first_applicants,
    case when (case when title = 'hightech' and is_applied_in_year and is_renewal then enterprise_id end) is not null then 1 else 0 end as hightech_renewing_applicants,
    case when (case when title = 'srdi_city' and is_valid_at_period_end then enterprise_id end) is not null then 1 else 0 end as municipal_srdi_enterprises,
    case when (case when title = 'above_scale' and is_awarded_in_year and not is_renewal then enterprise_id end) is not null then 1 else 0 end as new_above_scale_enterprises,
    case when (case when title = 'gazelle_province' and is_awarded_in_year and not is_renewal then enterprise_id end) is not null then 1 else 0 end as new_gazelles,
    case when (case when title = 'srdi_province' and is_valid_at_period_end then enterprise_id end) is not null then 1 else 0 end as provincial_srdi_enterprises
from {{ ref('fct_enterprise_titles') }}

) as compiled
{% endmacro %}
