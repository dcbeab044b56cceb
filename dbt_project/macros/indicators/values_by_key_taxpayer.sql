{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro values_by_key_taxpayer() %}
WITH sma_1_cte AS (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, scope
    , case when is_registered then tax_paid_ytd_wan * 0.0001 end AS __key_taxpayer_revenue
    , case when is_registered and tax_rank <= 10 then tax_paid_ytd_wan * 0.0001 end AS __top_taxpayer_revenue
  FROM {{ ref('fct_key_taxpayers') }} key_taxpayers_src_1
)

SELECT
  COALESCE(subq_1.metric_time__month, subq_2.metric_time__month) AS metric_time__month
  , COALESCE(subq_1.scope, subq_2.scope) AS scope, MAX(subq_1.key_taxpayer_revenue) AS key_taxpayer_revenue
  , MAX(CAST(subq_2.top_taxpayer_revenue AS DOUBLE) / CAST(NULLIF(subq_2.key_taxpayer_revenue, 0) AS DOUBLE)) AS top_taxpayer_share
FROM (
  SELECT
    subq_3.metric_time__month AS metric_time__month, subq_3.scope AS scope
    , SUM(subq_3.__key_taxpayer_revenue) AS key_taxpayer_revenue
  FROM (
    SELECT
      period_start__month, metric_time__month, scope, __key_taxpayer_revenue
    FROM sma_1_cte
  ) subq_3
  INNER JOIN (
    SELECT
      metric_time__month, MAX(period_start__month) AS period_start__month__complete
    FROM sma_1_cte
    GROUP BY
      metric_time__month
  ) subq_4
  ON
    subq_3.period_start__month = subq_4.period_start__month__complete
  GROUP BY
    subq_3.metric_time__month, subq_3.scope
) subq_1
FULL OUTER JOIN (
  SELECT
    subq_5.metric_time__month AS metric_time__month, subq_5.scope AS scope
    , SUM(subq_5.__top_taxpayer_revenue) AS top_taxpayer_revenue
    , SUM(subq_5.__key_taxpayer_revenue) AS key_taxpayer_revenue
  FROM (
    SELECT
      period_start__month, metric_time__month, scope, __key_taxpayer_revenue, __top_taxpayer_revenue
    FROM sma_1_cte
  ) subq_5
  INNER JOIN (
    SELECT
      metric_time__month, MAX(period_start__month) AS period_start__month__complete
    FROM sma_1_cte
    GROUP BY
      metric_time__month
  ) subq_6
  ON
    subq_5.period_start__month = subq_6.period_start__month__complete
  GROUP BY
    subq_5.metric_time__month, subq_5.scope
) subq_2
ON
  (
    subq_1.metric_time__month = subq_2.metric_time__month
  ) AND (
    subq_1.scope = subq_2.scope
  )
GROUP BY
  COALESCE(subq_1.metric_time__month, subq_2.metric_time__month), COALESCE(subq_1.scope, subq_2.scope)
{% endmacro %}
