{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_project_performance() %}
select
    *,
    project_performance__form as form,
    project_performance__submission_id as submission_id,
    project_performance__sheet as sheet,
    project_performance__sheet_row as sheet_row,
    project_performance__row_key as row_key
from (

select
    date_trunc('month', period_start) as metric_time__month,
    form as project_performance__form,
    submission_id as project_performance__submission_id,
    sheet as project_performance__sheet,
    sheet_row as project_performance__sheet_row,
    row_key as project_performance__row_key,
    case when (case when is_checked then project_no end) is not null then 1 else 0 end as agreements_checked,
    case when (case when is_checked and is_met then project_no end) is not null then 1 else 0 end as agreements_met
from {{ ref('fct_project_performance') }}

) as compiled
{% endmacro %}
