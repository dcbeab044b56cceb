{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro values_by_talk() %}
WITH sma_1_cte AS (
  SELECT
    DATE_TRUNC('day', period_start) AS period_start__day, DATE_TRUNC('month', period_start) AS metric_time__month
    , scope, case when is_in_talks then project_no end AS __projects_in_talks
    , case when is_in_talks then planned_investment_wan * 0.0001 end AS __planned_investment_in_talks
    , CASE WHEN case when is_new then talk_id end IS NOT NULL THEN 1 ELSE 0 END AS __new_talks
    , CASE WHEN case when is_left then talk_id end IS NOT NULL THEN 1 ELSE 0 END AS __talks_left
    , case when is_in_talks and has_progress then project_no end AS __talks_with_progress
  FROM {{ ref('fct_talks') }} talks_src_1
)

SELECT
  COALESCE(subq_1.metric_time__month, subq_2.metric_time__month, subq_3.metric_time__month) AS metric_time__month
  , COALESCE(subq_1.scope, subq_2.scope, subq_3.scope) AS scope, MAX(subq_1.projects_in_talks) AS projects_in_talks
  , MAX(subq_1.planned_investment_in_talks) AS planned_investment_in_talks, MAX(subq_2.new_talks) AS new_talks
  , MAX(subq_2.talks_left) AS talks_left
  , MAX(CAST(subq_3.talks_with_progress AS DOUBLE) / CAST(NULLIF(subq_3.projects_in_talks, 0) AS DOUBLE)) AS talk_progress_rate
FROM (
  SELECT
    subq_4.metric_time__month AS metric_time__month, subq_4.scope AS scope
    , COUNT(DISTINCT subq_4.__projects_in_talks) AS projects_in_talks
    , SUM(subq_4.__planned_investment_in_talks) AS planned_investment_in_talks
  FROM (
    SELECT
      period_start__day, metric_time__month, scope, __projects_in_talks, __planned_investment_in_talks
    FROM sma_1_cte
  ) subq_4
  INNER JOIN (
    SELECT
      metric_time__month, MAX(period_start__day) AS period_start__day__complete
    FROM sma_1_cte
    GROUP BY
      metric_time__month
  ) subq_5
  ON
    subq_4.period_start__day = subq_5.period_start__day__complete
  GROUP BY
    subq_4.metric_time__month, subq_4.scope
) subq_1
FULL OUTER JOIN (
  SELECT
    metric_time__month, scope, SUM(__new_talks) AS new_talks, SUM(__talks_left) AS talks_left
  FROM sma_1_cte
  GROUP BY
    metric_time__month, scope
) subq_2
ON
  (
    subq_1.metric_time__month = subq_2.metric_time__month
  ) AND (
    subq_1.scope = subq_2.scope
  )
FULL OUTER JOIN (
  SELECT
    subq_6.metric_time__month AS metric_time__month, subq_6.scope AS scope
    , COUNT(DISTINCT subq_6.__talks_with_progress) AS talks_with_progress
    , COUNT(DISTINCT subq_6.__projects_in_talks) AS projects_in_talks
  FROM (
    SELECT
      period_start__day, metric_time__month, scope, __projects_in_talks, __talks_with_progress
    FROM sma_1_cte
  ) subq_6
  INNER JOIN (
    SELECT
      metric_time__month, MAX(period_start__day) AS period_start__day__complete
    FROM sma_1_cte
    GROUP BY
      metric_time__month
  ) subq_7
  ON
    subq_6.period_start__day = subq_7.period_start__day__complete
  GROUP BY
    subq_6.metric_time__month, subq_6.scope
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
