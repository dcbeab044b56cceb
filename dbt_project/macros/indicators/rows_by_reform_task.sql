{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_reform_task() %}
select
    *,
    reform_task__form as form,
    reform_task__submission_id as submission_id,
    reform_task__sheet as sheet,
    reform_task__sheet_row as sheet_row,
    reform_task__row_key as row_key
from (

SELECT
  subq_1.metric_time__month AS metric_time__month, subq_1.reform_task__form AS reform_task__form
  , subq_1.reform_task__submission_id AS reform_task__submission_id, subq_1.reform_task__sheet AS reform_task__sheet
  , subq_1.reform_task__sheet_row AS reform_task__sheet_row, subq_1.reform_task__row_key AS reform_task__row_key
  , COUNT(DISTINCT subq_1.__reform_tasks) AS reform_tasks
  , COUNT(DISTINCT subq_1.__reform_tasks_done) AS reform_tasks_done
  , COUNT(DISTINCT subq_1.__reform_tasks_done_on_time) AS reform_tasks_done_on_time
  , COUNT(DISTINCT subq_1.__reform_tasks_due) AS reform_tasks_due
FROM (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, form AS reform_task__form
    , submission_id AS reform_task__submission_id, sheet AS reform_task__sheet, sheet_row AS reform_task__sheet_row
    , row_key AS reform_task__row_key, case when is_listed and not is_subtask then task_no end AS __reform_tasks
    , case when is_listed and not is_subtask and is_done then task_no end AS __reform_tasks_done
    , case when is_listed and not is_subtask and is_due then task_no end AS __reform_tasks_due
    , case when is_listed and not is_subtask and is_due and is_done_on_time then task_no end AS __reform_tasks_done_on_time
  FROM {{ ref('fct_reform_tasks') }} reform_tasks_src_1
) subq_1
INNER JOIN (
  SELECT
    DATE_TRUNC('month', period_start) AS metric_time__month
    , MAX(DATE_TRUNC('month', period_start)) AS period_start__month__complete
  FROM {{ ref('fct_reform_tasks') }} reform_tasks_src_1
  GROUP BY
    DATE_TRUNC('month', period_start)
) subq_2
ON
  subq_1.period_start__month = subq_2.period_start__month__complete
GROUP BY
  subq_1.metric_time__month, subq_1.reform_task__form, subq_1.reform_task__submission_id, subq_1.reform_task__sheet
  , subq_1.reform_task__sheet_row, subq_1.reform_task__row_key

) as compiled
{% endmacro %}
