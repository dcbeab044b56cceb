{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro values_by_debt_month() %}
WITH sma_1_cte AS (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, scope, balance_wan * 0.0001 AS __debt_balance
    , yearly_interest_wan * 0.0001 AS __yearly_interest, due_in_12_months_wan * 0.0001 AS __debt_due_in_12_months
  FROM {{ ref('fct_debts') }} debts_src_1
)

SELECT
  COALESCE(subq_1.metric_time__month, subq_2.metric_time__month) AS metric_time__month
  , COALESCE(subq_1.scope, subq_2.scope) AS scope, MAX(subq_1.debt_balance) AS debt_balance
  , MAX(subq_1.debt_due_in_12_months) AS debt_due_in_12_months
  , MAX(CAST(subq_2.yearly_interest AS DOUBLE) / CAST(NULLIF(subq_2.debt_balance, 0) AS DOUBLE)) AS financing_cost
FROM (
  SELECT
    subq_3.metric_time__month AS metric_time__month, subq_3.scope AS scope
    , SUM(subq_3.__debt_balance) AS debt_balance, SUM(subq_3.__debt_due_in_12_months) AS debt_due_in_12_months
  FROM (
    SELECT
      period_start__month, metric_time__month, scope, __debt_balance, __debt_due_in_12_months
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
    , SUM(subq_5.__yearly_interest) AS yearly_interest, SUM(subq_5.__debt_balance) AS debt_balance
  FROM (
    SELECT
      period_start__month, metric_time__month, scope, __debt_balance, __yearly_interest
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
