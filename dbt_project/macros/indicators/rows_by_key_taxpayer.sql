{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_key_taxpayer() %}
select
    *,
    key_taxpayer__form as form,
    key_taxpayer__submission_id as submission_id,
    key_taxpayer__sheet as sheet,
    key_taxpayer__sheet_row as sheet_row,
    key_taxpayer__row_key as row_key
from (

select
    date_trunc('month', period_start) as metric_time__month,
    form as key_taxpayer__form,
    submission_id as key_taxpayer__submission_id,
    sheet as key_taxpayer__sheet,
    sheet_row as key_taxpayer__sheet_row,
    row_key as key_taxpayer__row_key,
    case when is_registered then tax_paid_ytd_wan * 0.0001 end as key_taxpayer_revenue,
    case when is_registered and tax_rank <= 10 then tax_paid_ytd_wan * 0.0001 end as top_taxpayer_revenue
from {{ ref('fct_key_taxpayers') }}

) as compiled
{% endmacro %}
