{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_reform_milestone() %}
select
    *,
    reform_milestone__form as form,
    reform_milestone__submission_id as submission_id,
    reform_milestone__sheet as sheet,
    reform_milestone__sheet_row as sheet_row,
    reform_milestone__row_key as row_key
from (

SELECT
  subq_1.metric_time__month AS metric_time__month, subq_1.reform_milestone__form AS reform_milestone__form
  , subq_1.reform_milestone__submission_id AS reform_milestone__submission_id
  , subq_1.reform_milestone__sheet AS reform_milestone__sheet
  , subq_1.reform_milestone__sheet_row AS reform_milestone__sheet_row
  , subq_1.reform_milestone__row_key AS reform_milestone__row_key
  , SUM(subq_1.__milestone_weight) AS milestone_weight, SUM(subq_1.__milestone_weight_done) AS milestone_weight_done
FROM (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, form AS reform_milestone__form
    , submission_id AS reform_milestone__submission_id, sheet AS reform_milestone__sheet
    , sheet_row AS reform_milestone__sheet_row, row_key AS reform_milestone__row_key
    , case when is_listed then weight_rate end AS __milestone_weight
    , case when is_listed and is_done then weight_rate when is_listed then 0 end AS __milestone_weight_done
  FROM {{ ref('fct_reform_milestones') }} reform_milestones_src_1
) subq_1
INNER JOIN (
  SELECT
    DATE_TRUNC('month', period_start) AS metric_time__month
    , MAX(DATE_TRUNC('month', period_start)) AS period_start__month__complete
  FROM {{ ref('fct_reform_milestones') }} reform_milestones_src_1
  GROUP BY
    DATE_TRUNC('month', period_start)
) subq_2
ON
  subq_1.period_start__month = subq_2.period_start__month__complete
GROUP BY
  subq_1.metric_time__month, subq_1.reform_milestone__form, subq_1.reform_milestone__submission_id
  , subq_1.reform_milestone__sheet, subq_1.reform_milestone__sheet_row, subq_1.reform_milestone__row_key

) as compiled
{% endmacro %}
