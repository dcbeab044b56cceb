{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_superior_assessment() %}
select
    *,
    superior_assessment__form as form,
    superior_assessment__submission_id as submission_id,
    superior_assessment__sheet as sheet,
    superior_assessment__sheet_row as sheet_row,
    superior_assessment__row_key as row_key
from (

SELECT
  subq_1.metric_time__month AS metric_time__month, subq_1.superior_assessment__form AS superior_assessment__form
  , subq_1.superior_assessment__submission_id AS superior_assessment__submission_id
  , subq_1.superior_assessment__sheet AS superior_assessment__sheet
  , subq_1.superior_assessment__sheet_row AS superior_assessment__sheet_row
  , subq_1.superior_assessment__row_key AS superior_assessment__row_key
  , MAX(subq_1.__superior_rank) AS superior_rank, MAX(subq_1.__superior_rank_gain) AS superior_rank_gain
FROM (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, form AS superior_assessment__form
    , submission_id AS superior_assessment__submission_id, sheet AS superior_assessment__sheet
    , sheet_row AS superior_assessment__sheet_row, row_key AS superior_assessment__row_key
    , case when dimension = '综合' then rank end AS __superior_rank
    , case when dimension = '综合' then rank_gain end AS __superior_rank_gain
  FROM {{ ref('fct_superior_assessments') }} superior_assessments_src_1
) subq_1
INNER JOIN (
  SELECT
    DATE_TRUNC('month', period_start) AS metric_time__month
    , MAX(DATE_TRUNC('month', period_start)) AS period_start__month__complete
  FROM {{ ref('fct_superior_assessments') }} superior_assessments_src_1
  GROUP BY
    DATE_TRUNC('month', period_start)
) subq_2
ON
  subq_1.period_start__month = subq_2.period_start__month__complete
GROUP BY
  subq_1.metric_time__month, subq_1.superior_assessment__form, subq_1.superior_assessment__submission_id
  , subq_1.superior_assessment__sheet, subq_1.superior_assessment__sheet_row, subq_1.superior_assessment__row_key

) as compiled
{% endmacro %}
