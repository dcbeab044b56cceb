{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_lease_month() %}
select
    *,
    lease_month__form as form,
    lease_month__submission_id as submission_id,
    lease_month__sheet as sheet,
    lease_month__sheet_row as sheet_row,
    lease_month__row_key as row_key
from (

select
    date_trunc('month', period_start) as metric_time__month,
    form as lease_month__form,
    submission_id as lease_month__submission_id,
    sheet as lease_month__sheet,
    sheet_row as lease_month__sheet_row,
    row_key as lease_month__row_key,
    rent_due_wan as rent_due,
    rent_received_wan as rent_received
from {{ ref('fct_leases') }}

) as compiled
{% endmacro %}
