{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_revenue() %}
select
    *,
    revenue__form as form,
    revenue__submission_id as submission_id,
    revenue__sheet as sheet,
    revenue__sheet_row as sheet_row,
    revenue__row_key as row_key
from (

SELECT
  subq_1.metric_time__month AS metric_time__month, subq_1.revenue__form AS revenue__form
  , subq_1.revenue__submission_id AS revenue__submission_id, subq_1.revenue__sheet AS revenue__sheet
  , subq_1.revenue__sheet_row AS revenue__sheet_row, subq_1.revenue__row_key AS revenue__row_key
  , SUM(subq_1.__budget_revenue) AS budget_revenue, SUM(subq_1.__budget_revenue_prior) AS budget_revenue_prior
  , SUM(subq_1.__corporate_income_tax_revenue) AS corporate_income_tax_revenue
  , SUM(subq_1.__personal_income_tax_revenue) AS personal_income_tax_revenue
  , SUM(subq_1.__tax_revenue) AS tax_revenue, SUM(subq_1.__vat_revenue) AS vat_revenue
  , SUM(subq_1.__year_budget) AS year_budget
FROM (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, form AS revenue__form
    , submission_id AS revenue__submission_id, sheet AS revenue__sheet, sheet_row AS revenue__sheet_row
    , row_key AS revenue__row_key
    , case when item = 'budget_revenue' then amount_ytd_wan * 0.0001 end AS __budget_revenue
    , case when item = 'budget_revenue' then prior_ytd_wan * 0.0001 end AS __budget_revenue_prior
    , case when item = 'budget_revenue' then budget_wan * 0.0001 end AS __year_budget
    , case when item = 'tax_revenue' then amount_ytd_wan * 0.0001 end AS __tax_revenue
    , case when item = 'vat' then amount_ytd_wan * 0.0001 end AS __vat_revenue
    , case when item = 'corporate_income_tax' then amount_ytd_wan * 0.0001 end AS __corporate_income_tax_revenue
    , case when item = 'personal_income_tax' then amount_ytd_wan * 0.0001 end AS __personal_income_tax_revenue
  FROM {{ ref('fct_fiscal_revenue') }} fiscal_revenue_src_1
) subq_1
INNER JOIN (
  SELECT
    DATE_TRUNC('month', period_start) AS metric_time__month
    , MAX(DATE_TRUNC('month', period_start)) AS period_start__month__complete
  FROM {{ ref('fct_fiscal_revenue') }} fiscal_revenue_src_1
  GROUP BY
    DATE_TRUNC('month', period_start)
) subq_2
ON
  subq_1.period_start__month = subq_2.period_start__month__complete
GROUP BY
  subq_1.metric_time__month, subq_1.revenue__form, subq_1.revenue__submission_id, subq_1.revenue__sheet
  , subq_1.revenue__sheet_row, subq_1.revenue__row_key

) as compiled
{% endmacro %}
