{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_superior_assessment() %}
select
    *,
    superior_assessment__form as form,
    superior_assessment__submission_id as submission_id,
    superior_assessment__sheet as sheet,
    superior_assessment__sheet_row as sheet_row,
    superior_assessment__row_key as row_key
from (

select
    date_trunc('month', period_start) as metric_time__month,
    form as superior_assessment__form,
    submission_id as superior_assessment__submission_id,
    sheet as superior_assessment__sheet,
    sheet_row as superior_assessment__sheet_row,
    row_key as superior_assessment__row_key,
    case when dimension = '综合' then rank end as superior_rank,
    case when dimension = '综合' then rank_gain end as superior_rank_gain
from {{ ref('fct_superior_assessments') }}

) as compiled
{% endmacro %}
