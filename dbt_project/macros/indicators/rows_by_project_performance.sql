{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_project_performance() %}
select
    *,
    project_performance__form as form,
    project_performance__submission_id as submission_id,
    project_performance__sheet as sheet,
    project_performance__sheet_row as sheet_row,
    project_performance__row_key as row_key
from (

SELECT
  subq_1.metric_time__month AS metric_time__month, subq_1.project_performance__form AS project_performance__form
  , subq_1.project_performance__submission_id AS project_performance__submission_id
  , subq_1.project_performance__sheet AS project_performance__sheet
  , subq_1.project_performance__sheet_row AS project_performance__sheet_row
  , subq_1.project_performance__row_key AS project_performance__row_key
  , COUNT(DISTINCT subq_1.__agreements_checked) AS agreements_checked
  , COUNT(DISTINCT subq_1.__agreements_met) AS agreements_met
FROM (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, form AS project_performance__form
    , submission_id AS project_performance__submission_id, sheet AS project_performance__sheet
    , sheet_row AS project_performance__sheet_row, row_key AS project_performance__row_key
    , case when is_checked then project_no end AS __agreements_checked
    , case when is_checked and is_met then project_no end AS __agreements_met
  FROM {{ ref('fct_project_performance') }} project_performance_src_1
) subq_1
INNER JOIN (
  SELECT
    DATE_TRUNC('month', period_start) AS metric_time__month
    , MAX(DATE_TRUNC('month', period_start)) AS period_start__month__complete
  FROM {{ ref('fct_project_performance') }} project_performance_src_1
  GROUP BY
    DATE_TRUNC('month', period_start)
) subq_2
ON
  subq_1.period_start__month = subq_2.period_start__month__complete
GROUP BY
  subq_1.metric_time__month, subq_1.project_performance__form, subq_1.project_performance__submission_id
  , subq_1.project_performance__sheet, subq_1.project_performance__sheet_row, subq_1.project_performance__row_key

) as compiled
{% endmacro %}
