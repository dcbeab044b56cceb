{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_appeal_month() %}
select
    *,
    appeal_month__form as form,
    appeal_month__submission_id as submission_id,
    appeal_month__sheet as sheet,
    appeal_month__sheet_row as sheet_row,
    appeal_month__row_key as row_key
from (

select
    date_trunc('month', period_start) as metric_time__month,
    form as appeal_month__form,
    submission_id as appeal_month__submission_id,
    sheet as appeal_month__sheet,
    sheet_row as appeal_month__sheet_row,
    row_key as appeal_month__row_key,
    case when (case when is_registered and is_due and is_closed_on_time then case_no end) is not null then 1 else 0 end as appeals_closed_on_time,
    case when (case when is_registered and is_valid_visit and is_contacted then case_no end) is not null then 1 else 0 end as appeals_contacted,
    case when (case when is_registered and is_due then case_no end) is not null then 1 else 0 end as appeals_due,
    case when (case when is_registered then case_no end) is not null then 1 else 0 end as appeals_received,
    case when is_registered and is_valid_visit then case satisfaction when '满意' then 1 when '基本满意' then 0.9 else 0 end end as appeals_satisfied,
    case when (case when is_registered and is_valid_visit and is_solved then case_no end) is not null then 1 else 0 end as appeals_solved,
    case when (case when is_registered and is_valid_visit then case_no end) is not null then 1 else 0 end as appeals_visited
from {{ ref('fct_appeals') }}

) as compiled
{% endmacro %}
