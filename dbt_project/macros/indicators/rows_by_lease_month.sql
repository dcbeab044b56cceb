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

SELECT
  DATE_TRUNC('month', period_start) AS metric_time__month, form AS lease_month__form
  , submission_id AS lease_month__submission_id, sheet AS lease_month__sheet, sheet_row AS lease_month__sheet_row
  , row_key AS lease_month__row_key, SUM(rent_due_wan) AS rent_due, SUM(rent_received_wan) AS rent_received
FROM {{ ref('fct_leases') }} leases_src_1
GROUP BY
  DATE_TRUNC('month', period_start), form, submission_id, sheet, sheet_row, row_key

) as compiled
{% endmacro %}
