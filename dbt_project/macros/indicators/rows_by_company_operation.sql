{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_company_operation() %}
select
    *,
    company_operation__form as form,
    company_operation__submission_id as submission_id,
    company_operation__sheet as sheet,
    company_operation__sheet_row as sheet_row,
    company_operation__row_key as row_key
from (

SELECT
  subq_1.metric_time__month AS metric_time__month, subq_1.company_operation__form AS company_operation__form
  , subq_1.company_operation__submission_id AS company_operation__submission_id
  , subq_1.company_operation__sheet AS company_operation__sheet
  , subq_1.company_operation__sheet_row AS company_operation__sheet_row
  , subq_1.company_operation__row_key AS company_operation__row_key, SUM(subq_1.__company_assets) AS company_assets
  , SUM(subq_1.__company_liabilities) AS company_liabilities, SUM(subq_1.__company_profit) AS company_profit
  , SUM(subq_1.__company_revenue) AS company_revenue
FROM (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, form AS company_operation__form
    , submission_id AS company_operation__submission_id, sheet AS company_operation__sheet
    , sheet_row AS company_operation__sheet_row, row_key AS company_operation__row_key
    , revenue_ytd_wan * 0.0001 AS __company_revenue, profit_ytd_wan * 0.0001 AS __company_profit
    , assets_wan * 0.0001 AS __company_assets, liabilities_wan * 0.0001 AS __company_liabilities
  FROM {{ ref('fct_company_operations') }} company_operations_src_1
) subq_1
INNER JOIN (
  SELECT
    DATE_TRUNC('month', period_start) AS metric_time__month
    , MAX(DATE_TRUNC('month', period_start)) AS period_start__month__complete
  FROM {{ ref('fct_company_operations') }} company_operations_src_1
  GROUP BY
    DATE_TRUNC('month', period_start)
) subq_2
ON
  subq_1.period_start__month = subq_2.period_start__month__complete
GROUP BY
  subq_1.metric_time__month, subq_1.company_operation__form, subq_1.company_operation__submission_id
  , subq_1.company_operation__sheet, subq_1.company_operation__sheet_row, subq_1.company_operation__row_key

) as compiled
{% endmacro %}
