{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_appeal_month() %}
select
    *,
    appeal_month__form as form,
    appeal_month__submission_id as submission_id,
    appeal_month__sheet as sheet,
    appeal_month__sheet_row as sheet_row,
    appeal_month__row_key as row_key
from (

SELECT
  subq_1.metric_time__month AS metric_time__month, subq_1.appeal_month__form AS appeal_month__form
  , subq_1.appeal_month__submission_id AS appeal_month__submission_id
  , subq_1.appeal_month__sheet AS appeal_month__sheet, subq_1.appeal_month__sheet_row AS appeal_month__sheet_row
  , subq_1.appeal_month__row_key AS appeal_month__row_key
  , COUNT(DISTINCT subq_1.__appeals_closed_on_time) AS appeals_closed_on_time
  , COUNT(DISTINCT subq_1.__appeals_contacted) AS appeals_contacted
  , COUNT(DISTINCT subq_1.__appeals_due) AS appeals_due
  , COUNT(DISTINCT subq_1.__appeals_received) AS appeals_received
  , SUM(subq_1.__appeals_satisfied) AS appeals_satisfied, COUNT(DISTINCT subq_1.__appeals_solved) AS appeals_solved
  , COUNT(DISTINCT subq_1.__appeals_visited) AS appeals_visited
FROM (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, form AS appeal_month__form
    , submission_id AS appeal_month__submission_id, sheet AS appeal_month__sheet
    , sheet_row AS appeal_month__sheet_row, row_key AS appeal_month__row_key
    , case when is_registered then case_no end AS __appeals_received
    , case when is_registered and is_due then case_no end AS __appeals_due
    , case when is_registered and is_due and is_closed_on_time then case_no end AS __appeals_closed_on_time
    , case when is_registered and is_valid_visit then case_no end AS __appeals_visited
    , case when is_registered and is_valid_visit and is_contacted then case_no end AS __appeals_contacted
    , case when is_registered and is_valid_visit and is_solved then case_no end AS __appeals_solved
    , case when is_registered and is_valid_visit then case satisfaction when '满意' then 1 when '基本满意' then 0.9 else 0 end end AS __appeals_satisfied
  FROM {{ ref('fct_appeals') }} appeals_src_1
) subq_1
INNER JOIN (
  SELECT
    DATE_TRUNC('month', period_start) AS metric_time__month
    , MAX(DATE_TRUNC('month', period_start)) AS period_start__month__complete
  FROM {{ ref('fct_appeals') }} appeals_src_1
  GROUP BY
    DATE_TRUNC('month', period_start)
) subq_2
ON
  subq_1.period_start__month = subq_2.period_start__month__complete
GROUP BY
  subq_1.metric_time__month, subq_1.appeal_month__form, subq_1.appeal_month__submission_id
  , subq_1.appeal_month__sheet, subq_1.appeal_month__sheet_row, subq_1.appeal_month__row_key

) as compiled
{% endmacro %}
