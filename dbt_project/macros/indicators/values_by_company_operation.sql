{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro values_by_company_operation() %}
WITH sma_1_cte AS (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, scope, revenue_ytd_wan * 0.0001 AS __company_revenue
    , profit_ytd_wan * 0.0001 AS __company_profit, assets_wan * 0.0001 AS __company_assets
    , liabilities_wan * 0.0001 AS __company_liabilities
  FROM {{ ref('fct_company_operations') }} company_operations_src_1
)

SELECT
  COALESCE(subq_1.metric_time__month, subq_2.metric_time__month) AS metric_time__month
  , COALESCE(subq_1.scope, subq_2.scope) AS scope, MAX(subq_1.company_revenue) AS company_revenue
  , MAX(subq_1.company_profit) AS company_profit, MAX(subq_1.company_assets) AS company_assets
  , MAX(CAST(subq_2.company_liabilities AS DOUBLE) / CAST(NULLIF(subq_2.company_assets, 0) AS DOUBLE)) AS company_debt_rate
FROM (
  SELECT
    subq_3.metric_time__month AS metric_time__month, subq_3.scope AS scope
    , SUM(subq_3.__company_revenue) AS company_revenue, SUM(subq_3.__company_profit) AS company_profit
    , SUM(subq_3.__company_assets) AS company_assets
  FROM (
    SELECT
      period_start__month, metric_time__month, scope, __company_revenue, __company_profit, __company_assets
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
    , SUM(subq_5.__company_liabilities) AS company_liabilities, SUM(subq_5.__company_assets) AS company_assets
  FROM (
    SELECT
      period_start__month, metric_time__month, scope, __company_assets, __company_liabilities
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
