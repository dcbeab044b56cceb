{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_upgrade_subsidy() %}
select
    *,
    upgrade_subsidy__form as form,
    upgrade_subsidy__submission_id as submission_id,
    upgrade_subsidy__sheet as sheet,
    upgrade_subsidy__sheet_row as sheet_row,
    upgrade_subsidy__row_key as row_key
from (

SELECT
  subq_1.metric_time__month AS metric_time__month, subq_1.upgrade_subsidy__form AS upgrade_subsidy__form
  , subq_1.upgrade_subsidy__submission_id AS upgrade_subsidy__submission_id
  , subq_1.upgrade_subsidy__sheet AS upgrade_subsidy__sheet
  , subq_1.upgrade_subsidy__sheet_row AS upgrade_subsidy__sheet_row
  , subq_1.upgrade_subsidy__row_key AS upgrade_subsidy__row_key
  , SUM(subq_1.__subsidies_approved) AS subsidies_approved, SUM(subq_1.__subsidies_paid) AS subsidies_paid
  , COUNT(DISTINCT subq_1.__subsidy_applications) AS subsidy_applications
FROM (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, form AS upgrade_subsidy__form
    , submission_id AS upgrade_subsidy__submission_id, sheet AS upgrade_subsidy__sheet
    , sheet_row AS upgrade_subsidy__sheet_row, row_key AS upgrade_subsidy__row_key
    , case when is_registered and is_applied then row_key end AS __subsidy_applications
    , case when is_registered then amount_paid_wan end AS __subsidies_paid
    , case when is_registered then amount_approved_wan end AS __subsidies_approved
  FROM {{ ref('fct_upgrade_subsidies') }} upgrade_subsidies_src_1
) subq_1
INNER JOIN (
  SELECT
    DATE_TRUNC('month', period_start) AS metric_time__month
    , MAX(DATE_TRUNC('month', period_start)) AS period_start__month__complete
  FROM {{ ref('fct_upgrade_subsidies') }} upgrade_subsidies_src_1
  GROUP BY
    DATE_TRUNC('month', period_start)
) subq_2
ON
  subq_1.period_start__month = subq_2.period_start__month__complete
GROUP BY
  subq_1.metric_time__month, subq_1.upgrade_subsidy__form, subq_1.upgrade_subsidy__submission_id
  , subq_1.upgrade_subsidy__sheet, subq_1.upgrade_subsidy__sheet_row, subq_1.upgrade_subsidy__row_key

) as compiled
{% endmacro %}
