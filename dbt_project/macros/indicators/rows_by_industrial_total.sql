{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_industrial_total() %}
select
    *,
    industrial_total__form as form,
    industrial_total__submission_id as submission_id,
    industrial_total__sheet as sheet,
    industrial_total__sheet_row as sheet_row,
    industrial_total__row_key as row_key
from (

SELECT
  subq_1.metric_time__month AS metric_time__month
  , subq_1.industrial_total__submission_id AS industrial_total__submission_id
  , subq_1.industrial_total__sheet AS industrial_total__sheet
  , subq_1.industrial_total__form AS industrial_total__form
  , subq_1.industrial_total__sheet_row AS industrial_total__sheet_row
  , subq_1.industrial_total__row_key AS industrial_total__row_key
  , SUM(subq_1.__average_employees) AS average_employees
  , SUM(subq_1.__employees_of_value_added) AS employees_of_value_added
  , SUM(subq_1.__hightech_output) AS hightech_output, SUM(subq_1.__industrial_output) AS industrial_output
  , SUM(subq_1.__industrial_output_prior) AS industrial_output_prior
  , SUM(subq_1.__industrial_profit) AS industrial_profit, SUM(subq_1.__industrial_revenue) AS industrial_revenue
  , SUM(subq_1.__industrial_sales) AS industrial_sales, SUM(subq_1.__land_of_taxpayers) AS land_of_taxpayers
  , SUM(subq_1.__research_expense) AS research_expense, SUM(subq_1.__tax_on_land) AS tax_on_land
  , SUM(subq_1.__value_added) AS value_added
FROM (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, submission_id AS industrial_total__submission_id
    , sheet AS industrial_total__sheet, 'industrial_months' AS industrial_total__form
    , cast(null as bigint) AS industrial_total__sheet_row, group_name AS industrial_total__row_key
    , case when grouping = '合计' then output_ytd_wan * 0.0001 end AS __industrial_output
    , case when grouping = '合计' then output_prior_ytd_wan * 0.0001 end AS __industrial_output_prior
    , case when grouping = '合计' then revenue_ytd_wan * 0.0001 end AS __industrial_revenue
    , case when grouping = '合计' then profit_ytd_wan * 0.0001 end AS __industrial_profit
    , case when grouping = '合计' then sales_ytd_wan * 0.0001 end AS __industrial_sales
    , case when grouping = '合计' then rd_expense_ytd_wan * 0.0001 end AS __research_expense
    , case when grouping = '高新技术企业' and group_value = '是' then output_ytd_wan * 0.0001 end AS __hightech_output
    , case when grouping = '合计' then tax_on_land_ytd_wan end AS __tax_on_land
    , case when grouping = '合计' then taxed_land_mu end AS __land_of_taxpayers
    , case when grouping = '合计' then employees end AS __average_employees
    , case when grouping = '合计' and employees_of_value_added is not null then value_added_ytd_wan end AS __value_added
    , case when grouping = '合计' then employees_of_value_added end AS __employees_of_value_added
  FROM {{ ref('fct_industrial_totals') }} industrial_totals_src_1
) subq_1
INNER JOIN (
  SELECT
    DATE_TRUNC('month', period_start) AS metric_time__month
    , MAX(DATE_TRUNC('month', period_start)) AS period_start__month__complete
  FROM {{ ref('fct_industrial_totals') }} industrial_totals_src_1
  GROUP BY
    DATE_TRUNC('month', period_start)
) subq_2
ON
  subq_1.period_start__month = subq_2.period_start__month__complete
GROUP BY
  subq_1.metric_time__month, subq_1.industrial_total__submission_id, subq_1.industrial_total__sheet
  , subq_1.industrial_total__form, subq_1.industrial_total__sheet_row, subq_1.industrial_total__row_key

) as compiled
{% endmacro %}
