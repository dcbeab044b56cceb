{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro values_by_appeal_month() %}
WITH sma_1_cte AS (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, scope
    , case when is_registered then case_no end AS __appeals_received
    , case when is_registered and is_due then case_no end AS __appeals_due
    , case when is_registered and is_due and is_closed_on_time then case_no end AS __appeals_closed_on_time
    , case when is_registered and is_valid_visit then case_no end AS __appeals_visited
    , case when is_registered and is_valid_visit and is_contacted then case_no end AS __appeals_contacted
    , case when is_registered and is_valid_visit and is_solved then case_no end AS __appeals_solved
    , case when is_registered and is_valid_visit then case satisfaction when '满意' then 1 when '基本满意' then 0.9 else 0 end end AS __appeals_satisfied
  FROM {{ ref('fct_appeals') }} appeals_src_1
)

SELECT
  COALESCE(subq_1.metric_time__month, subq_2.metric_time__month, subq_3.metric_time__month) AS metric_time__month
  , COALESCE(subq_1.scope, subq_2.scope, subq_3.scope) AS scope, MAX(subq_1.appeals_received) AS appeals_received
  , MAX(CAST(subq_2.appeals_closed_on_time AS DOUBLE) / CAST(NULLIF(subq_2.appeals_due, 0) AS DOUBLE)) AS appeal_on_time_rate
  , MAX(CAST(subq_2.appeals_contacted AS DOUBLE) / CAST(NULLIF(subq_2.appeals_visited, 0) AS DOUBLE)) AS appeal_response_rate
  , MAX(CAST(subq_2.appeals_solved AS DOUBLE) / CAST(NULLIF(subq_2.appeals_visited, 0) AS DOUBLE)) AS appeal_solution_rate
  , MAX(CAST(subq_2.appeals_satisfied AS DOUBLE) / CAST(NULLIF(subq_2.appeals_visited, 0) AS DOUBLE)) AS appeal_satisfaction_rate
  , MAX(subq_3.appeal_score) AS appeal_score
FROM (
  SELECT
    subq_4.metric_time__month AS metric_time__month, subq_4.scope AS scope
    , COUNT(DISTINCT subq_4.__appeals_received) AS appeals_received
  FROM (
    SELECT
      period_start__month, metric_time__month, scope, __appeals_received
    FROM sma_1_cte
  ) subq_4
  INNER JOIN (
    SELECT
      metric_time__month, MAX(period_start__month) AS period_start__month__complete
    FROM sma_1_cte
    GROUP BY
      metric_time__month
  ) subq_5
  ON
    subq_4.period_start__month = subq_5.period_start__month__complete
  GROUP BY
    subq_4.metric_time__month, subq_4.scope
) subq_1
FULL OUTER JOIN (
  SELECT
    subq_6.metric_time__month AS metric_time__month, subq_6.scope AS scope
    , COUNT(DISTINCT subq_6.__appeals_closed_on_time) AS appeals_closed_on_time
    , COUNT(DISTINCT subq_6.__appeals_due) AS appeals_due
    , COUNT(DISTINCT subq_6.__appeals_contacted) AS appeals_contacted
    , COUNT(DISTINCT subq_6.__appeals_visited) AS appeals_visited
    , COUNT(DISTINCT subq_6.__appeals_solved) AS appeals_solved
    , SUM(subq_6.__appeals_satisfied) AS appeals_satisfied
  FROM (
    SELECT
      period_start__month, metric_time__month, scope, __appeals_due, __appeals_closed_on_time, __appeals_visited
      , __appeals_contacted, __appeals_solved, __appeals_satisfied
    FROM sma_1_cte
  ) subq_6
  INNER JOIN (
    SELECT
      metric_time__month, MAX(period_start__month) AS period_start__month__complete
    FROM sma_1_cte
    GROUP BY
      metric_time__month
  ) subq_7
  ON
    subq_6.period_start__month = subq_7.period_start__month__complete
  GROUP BY
    subq_6.metric_time__month, subq_6.scope
) subq_2
ON
  (
    subq_1.metric_time__month = subq_2.metric_time__month
  ) AND (
    subq_1.scope = subq_2.scope
  )
FULL OUTER JOIN (
  SELECT
    metric_time__month, scope
    , (0.1 * appeal_response_rate + 0.5 * appeal_solution_rate + 0.4 * appeal_satisfaction_rate) * 100 AS appeal_score
  FROM (
    SELECT
      metric_time__month, scope
      , CAST(appeals_contacted AS DOUBLE) / CAST(NULLIF(appeals_visited, 0) AS DOUBLE) AS appeal_response_rate
      , CAST(appeals_solved AS DOUBLE) / CAST(NULLIF(appeals_visited, 0) AS DOUBLE) AS appeal_solution_rate
      , CAST(appeals_satisfied AS DOUBLE) / CAST(NULLIF(appeals_visited, 0) AS DOUBLE) AS appeal_satisfaction_rate
    FROM (
      SELECT
        subq_8.metric_time__month AS metric_time__month, subq_8.scope AS scope
        , COUNT(DISTINCT subq_8.__appeals_contacted) AS appeals_contacted
        , COUNT(DISTINCT subq_8.__appeals_visited) AS appeals_visited
        , COUNT(DISTINCT subq_8.__appeals_solved) AS appeals_solved
        , SUM(subq_8.__appeals_satisfied) AS appeals_satisfied
      FROM (
        SELECT
          period_start__month, metric_time__month, scope, __appeals_visited, __appeals_contacted, __appeals_solved
          , __appeals_satisfied
        FROM sma_1_cte
      ) subq_8
      INNER JOIN (
        SELECT
          metric_time__month, MAX(period_start__month) AS period_start__month__complete
        FROM sma_1_cte
        GROUP BY
          metric_time__month
      ) subq_9
      ON
        subq_8.period_start__month = subq_9.period_start__month__complete
      GROUP BY
        subq_8.metric_time__month, subq_8.scope
    ) subq_10
  ) subq_11
) subq_3
ON
  (
    COALESCE(subq_1.metric_time__month, subq_2.metric_time__month) = subq_3.metric_time__month
  ) AND (
    COALESCE(subq_1.scope, subq_2.scope) = subq_3.scope
  )
GROUP BY
  COALESCE(subq_1.metric_time__month, subq_2.metric_time__month, subq_3.metric_time__month)
  , COALESCE(subq_1.scope, subq_2.scope, subq_3.scope)
{% endmacro %}
