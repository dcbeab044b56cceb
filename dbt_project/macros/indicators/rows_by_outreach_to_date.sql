{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_outreach_to_date() %}
select
    *,
    outreach_to_date__form as form,
    outreach_to_date__submission_id as submission_id,
    outreach_to_date__sheet as sheet,
    outreach_to_date__sheet_row as sheet_row,
    outreach_to_date__row_key as row_key
from (

select
    date_trunc('month', period_start) as metric_time__month,
    form as outreach_to_date__form,
    submission_id as outreach_to_date__submission_id,
    sheet as outreach_to_date__sheet,
    sheet_row as outreach_to_date__sheet_row,
    row_key as outreach_to_date__row_key,
    case when activity_kind = '外出招商' then batches end as outreach_batches
from {{ ref('fct_outreach_to_date') }}

) as compiled
{% endmacro %}
