{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro values_by_upgrade_subsidy() %}
WITH sma_1_cte AS (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, scope
    , case when is_registered and is_applied then row_key end AS __subsidy_applications
    , case when is_registered then amount_paid_wan end AS __subsidies_paid
    , case when is_registered then amount_approved_wan end AS __subsidies_approved
  FROM {{ ref('fct_upgrade_subsidies') }} upgrade_subsidies_src_1
)

SELECT
  COALESCE(subq_1.metric_time__month, subq_2.metric_time__month) AS metric_time__month
  , COALESCE(subq_1.scope, subq_2.scope) AS scope, MAX(subq_1.subsidy_applications) AS subsidy_applications
  , MAX(subq_1.subsidies_paid) AS subsidies_paid
  , MAX(CAST(subq_2.subsidies_paid AS DOUBLE) / CAST(NULLIF(subq_2.subsidies_approved, 0) AS DOUBLE)) AS subsidy_payment_rate
FROM (
  SELECT
    subq_3.metric_time__month AS metric_time__month, subq_3.scope AS scope
    , COUNT(DISTINCT subq_3.__subsidy_applications) AS subsidy_applications
    , SUM(subq_3.__subsidies_paid) AS subsidies_paid
  FROM (
    SELECT
      period_start__month, metric_time__month, scope, __subsidy_applications, __subsidies_paid
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
    , SUM(subq_5.__subsidies_paid) AS subsidies_paid, SUM(subq_5.__subsidies_approved) AS subsidies_approved
  FROM (
    SELECT
      period_start__month, metric_time__month, scope, __subsidies_paid, __subsidies_approved
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
