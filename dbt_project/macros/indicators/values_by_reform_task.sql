{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro values_by_reform_task() %}
WITH sma_1_cte AS (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, scope
    , case when is_listed and not is_subtask then task_no end AS __reform_tasks
    , case when is_listed and not is_subtask and is_done then task_no end AS __reform_tasks_done
    , case when is_listed and not is_subtask and is_due then task_no end AS __reform_tasks_due
    , case when is_listed and not is_subtask and is_due and is_done_on_time then task_no end AS __reform_tasks_done_on_time
  FROM {{ ref('fct_reform_tasks') }} reform_tasks_src_1
)

SELECT
  COALESCE(subq_1.metric_time__month, subq_2.metric_time__month) AS metric_time__month
  , COALESCE(subq_1.scope, subq_2.scope) AS scope, MAX(subq_1.reform_tasks) AS reform_tasks
  , MAX(subq_1.reform_tasks_done) AS reform_tasks_done
  , MAX(CAST(subq_2.reform_tasks_done_on_time AS DOUBLE) / CAST(NULLIF(subq_2.reform_tasks_due, 0) AS DOUBLE)) AS reform_on_time_rate
FROM (
  SELECT
    subq_3.metric_time__month AS metric_time__month, subq_3.scope AS scope
    , COUNT(DISTINCT subq_3.__reform_tasks) AS reform_tasks
    , COUNT(DISTINCT subq_3.__reform_tasks_done) AS reform_tasks_done
  FROM (
    SELECT
      period_start__month, metric_time__month, scope, __reform_tasks, __reform_tasks_done
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
    , COUNT(DISTINCT subq_5.__reform_tasks_done_on_time) AS reform_tasks_done_on_time
    , COUNT(DISTINCT subq_5.__reform_tasks_due) AS reform_tasks_due
  FROM (
    SELECT
      period_start__month, metric_time__month, scope, __reform_tasks_due, __reform_tasks_done_on_time
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
