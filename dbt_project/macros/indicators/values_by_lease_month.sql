{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro values_by_lease_month() %}
SELECT
  metric_time__month, scope
  , CAST(rent_received AS DOUBLE) / CAST(NULLIF(rent_due, 0) AS DOUBLE) AS rent_collection_rate
FROM (
  SELECT
    DATE_TRUNC('month', period_start) AS metric_time__month, scope, SUM(rent_received_wan) AS rent_received
    , SUM(rent_due_wan) AS rent_due
  FROM {{ ref('fct_leases') }} leases_src_1
  GROUP BY
    DATE_TRUNC('month', period_start), scope
) subq_1
{% endmacro %}
