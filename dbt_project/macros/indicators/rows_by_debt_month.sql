{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_debt_month() %}
select
    *,
    debt_month__form as form,
    debt_month__submission_id as submission_id,
    debt_month__sheet as sheet,
    debt_month__sheet_row as sheet_row,
    debt_month__row_key as row_key
from (

SELECT
  subq_1.metric_time__month AS metric_time__month, subq_1.debt_month__form AS debt_month__form
  , subq_1.debt_month__submission_id AS debt_month__submission_id, subq_1.debt_month__sheet AS debt_month__sheet
  , subq_1.debt_month__sheet_row AS debt_month__sheet_row, subq_1.debt_month__row_key AS debt_month__row_key
  , SUM(subq_1.__debt_balance) AS debt_balance, SUM(subq_1.__debt_due_in_12_months) AS debt_due_in_12_months
  , SUM(subq_1.__yearly_interest) AS yearly_interest
FROM (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, form AS debt_month__form
    , submission_id AS debt_month__submission_id, sheet AS debt_month__sheet, sheet_row AS debt_month__sheet_row
    , row_key AS debt_month__row_key, balance_wan * 0.0001 AS __debt_balance
    , yearly_interest_wan * 0.0001 AS __yearly_interest, due_in_12_months_wan * 0.0001 AS __debt_due_in_12_months
  FROM {{ ref('fct_debts') }} debts_src_1
) subq_1
INNER JOIN (
  SELECT
    DATE_TRUNC('month', period_start) AS metric_time__month
    , MAX(DATE_TRUNC('month', period_start)) AS period_start__month__complete
  FROM {{ ref('fct_debts') }} debts_src_1
  GROUP BY
    DATE_TRUNC('month', period_start)
) subq_2
ON
  subq_1.period_start__month = subq_2.period_start__month__complete
GROUP BY
  subq_1.metric_time__month, subq_1.debt_month__form, subq_1.debt_month__submission_id, subq_1.debt_month__sheet
  , subq_1.debt_month__sheet_row, subq_1.debt_month__row_key

) as compiled
{% endmacro %}
