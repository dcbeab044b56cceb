{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro values_by_asset_month() %}
SELECT
  metric_time__month, scope
  , CAST(let_assets_area AS DOUBLE) / CAST(NULLIF(lettable_assets_area, 0) AS DOUBLE) AS asset_letting_rate
FROM (
  SELECT
    subq_1.metric_time__month AS metric_time__month, subq_1.scope AS scope
    , SUM(subq_1.__let_assets_area) AS let_assets_area, SUM(subq_1.__lettable_assets_area) AS lettable_assets_area
  FROM (
    SELECT
      DATE_TRUNC('month', period_start) AS period_start__month
      , DATE_TRUNC('month', period_start) AS metric_time__month, scope, let_m2 AS __let_assets_area
      , lettable_m2 AS __lettable_assets_area
    FROM {{ ref('fct_asset_months') }} asset_months_src_1
  ) subq_1
  INNER JOIN (
    SELECT
      DATE_TRUNC('month', period_start) AS metric_time__month
      , MAX(DATE_TRUNC('month', period_start)) AS period_start__month__complete
    FROM {{ ref('fct_asset_months') }} asset_months_src_1
    GROUP BY
      DATE_TRUNC('month', period_start)
  ) subq_2
  ON
    subq_1.period_start__month = subq_2.period_start__month__complete
  GROUP BY
    subq_1.metric_time__month, subq_1.scope
) subq_3
{% endmacro %}
