{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_talk() %}
select
    *,
    talk__form as form,
    talk__submission_id as submission_id,
    talk__sheet as sheet,
    talk__sheet_row as sheet_row,
    talk__row_key as row_key
from (

WITH sma_1_cte AS (
  SELECT
    DATE_TRUNC('day', period_start) AS period_start__day, DATE_TRUNC('month', period_start) AS metric_time__month
    , form AS talk__form, submission_id AS talk__submission_id, sheet AS talk__sheet, sheet_row AS talk__sheet_row
    , row_key AS talk__row_key, case when is_in_talks then project_no end AS __projects_in_talks
    , case when is_in_talks then planned_investment_wan * 0.0001 end AS __planned_investment_in_talks
    , CASE WHEN case when is_new then talk_id end IS NOT NULL THEN 1 ELSE 0 END AS __new_talks
    , CASE WHEN case when is_left then talk_id end IS NOT NULL THEN 1 ELSE 0 END AS __talks_left
    , case when is_in_talks and has_progress then project_no end AS __talks_with_progress
  FROM {{ ref('fct_talks') }} talks_src_1
)

SELECT
  COALESCE(subq_1.metric_time__month, subq_2.metric_time__month) AS metric_time__month
  , COALESCE(subq_1.talk__form, subq_2.talk__form) AS talk__form
  , COALESCE(subq_1.talk__submission_id, subq_2.talk__submission_id) AS talk__submission_id
  , COALESCE(subq_1.talk__sheet, subq_2.talk__sheet) AS talk__sheet
  , COALESCE(subq_1.talk__sheet_row, subq_2.talk__sheet_row) AS talk__sheet_row
  , COALESCE(subq_1.talk__row_key, subq_2.talk__row_key) AS talk__row_key, MAX(subq_1.new_talks) AS new_talks
  , MAX(subq_1.talks_left) AS talks_left, MAX(subq_2.planned_investment_in_talks) AS planned_investment_in_talks
  , MAX(subq_2.projects_in_talks) AS projects_in_talks, MAX(subq_2.talks_with_progress) AS talks_with_progress
FROM (
  SELECT
    metric_time__month, talk__form, talk__submission_id, talk__sheet, talk__sheet_row, talk__row_key
    , SUM(__new_talks) AS new_talks, SUM(__talks_left) AS talks_left
  FROM sma_1_cte
  GROUP BY
    metric_time__month, talk__form, talk__submission_id, talk__sheet, talk__sheet_row, talk__row_key
) subq_1
FULL OUTER JOIN (
  SELECT
    subq_3.metric_time__month AS metric_time__month, subq_3.talk__form AS talk__form
    , subq_3.talk__submission_id AS talk__submission_id, subq_3.talk__sheet AS talk__sheet
    , subq_3.talk__sheet_row AS talk__sheet_row, subq_3.talk__row_key AS talk__row_key
    , SUM(subq_3.__planned_investment_in_talks) AS planned_investment_in_talks
    , COUNT(DISTINCT subq_3.__projects_in_talks) AS projects_in_talks
    , COUNT(DISTINCT subq_3.__talks_with_progress) AS talks_with_progress
  FROM (
    SELECT
      period_start__day, metric_time__month, talk__form, talk__submission_id, talk__sheet, talk__sheet_row
      , talk__row_key, __projects_in_talks, __planned_investment_in_talks, __talks_with_progress
    FROM sma_1_cte
  ) subq_3
  INNER JOIN (
    SELECT
      metric_time__month, MAX(period_start__day) AS period_start__day__complete
    FROM sma_1_cte
    GROUP BY
      metric_time__month
  ) subq_4
  ON
    subq_3.period_start__day = subq_4.period_start__day__complete
  GROUP BY
    subq_3.metric_time__month, subq_3.talk__form, subq_3.talk__submission_id, subq_3.talk__sheet
    , subq_3.talk__sheet_row, subq_3.talk__row_key
) subq_2
ON
  (
    subq_1.talk__form = subq_2.talk__form
  ) AND (
    subq_1.talk__submission_id = subq_2.talk__submission_id
  ) AND (
    subq_1.talk__sheet = subq_2.talk__sheet
  ) AND (
    subq_1.talk__sheet_row = subq_2.talk__sheet_row
  ) AND (
    subq_1.talk__row_key = subq_2.talk__row_key
  ) AND (
    subq_1.metric_time__month = subq_2.metric_time__month
  )
GROUP BY
  COALESCE(subq_1.metric_time__month, subq_2.metric_time__month), COALESCE(subq_1.talk__form, subq_2.talk__form)
  , COALESCE(subq_1.talk__submission_id, subq_2.talk__submission_id)
  , COALESCE(subq_1.talk__sheet, subq_2.talk__sheet), COALESCE(subq_1.talk__sheet_row, subq_2.talk__sheet_row)
  , COALESCE(subq_1.talk__row_key, subq_2.talk__row_key)

) as compiled
{% endmacro %}
