{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro values_by_industrial_total() %}
WITH sma_1_cte AS (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, scope
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
)

SELECT
  COALESCE(subq_1.metric_time__month, subq_2.metric_time__month) AS metric_time__month
  , COALESCE(subq_1.scope, subq_2.scope) AS scope, MAX(subq_1.industrial_output) AS industrial_output
  , MAX(subq_1.industrial_revenue) AS industrial_revenue, MAX(subq_1.industrial_profit) AS industrial_profit
  , MAX(subq_1.average_employees) AS average_employees
  , MAX(subq_2.industrial_output_growth) AS industrial_output_growth, MAX(subq_2.sales_rate) AS sales_rate
  , MAX(subq_2.research_intensity) AS research_intensity, MAX(subq_2.hightech_output_share) AS hightech_output_share
  , MAX(subq_2.tax_per_mu) AS tax_per_mu, MAX(subq_2.labour_productivity) AS labour_productivity
FROM (
  SELECT
    subq_3.metric_time__month AS metric_time__month, subq_3.scope AS scope
    , SUM(subq_3.__industrial_output) AS industrial_output, SUM(subq_3.__industrial_revenue) AS industrial_revenue
    , SUM(subq_3.__industrial_profit) AS industrial_profit, SUM(subq_3.__average_employees) AS average_employees
  FROM (
    SELECT
      period_start__month, metric_time__month, scope, __industrial_output, __industrial_revenue, __industrial_profit
      , __average_employees
    FROM sma_1_cte
  ) subq_3
  INNER JOIN (
    SELECT
      metric_time__month, MAX(period_start__month) AS period_start__month__complete
    FROM sma_1_cte
    GROUP BY
      metric_time__month
  ) subq_4
  ON
    subq_3.period_start__month = subq_4.period_start__month__complete
  GROUP BY
    subq_3.metric_time__month, subq_3.scope
) subq_1
FULL OUTER JOIN (
  SELECT
    metric_time__month, scope
    , industrial_output / nullif(industrial_output_prior, 0) - 1 AS industrial_output_growth
    , CAST(industrial_sales AS DOUBLE) / CAST(NULLIF(industrial_output, 0) AS DOUBLE) AS sales_rate
    , CAST(research_expense AS DOUBLE) / CAST(NULLIF(industrial_revenue, 0) AS DOUBLE) AS research_intensity
    , CAST(hightech_output AS DOUBLE) / CAST(NULLIF(industrial_output, 0) AS DOUBLE) AS hightech_output_share
    , CAST(tax_on_land AS DOUBLE) / CAST(NULLIF(land_of_taxpayers, 0) AS DOUBLE) AS tax_per_mu
    , CAST(value_added AS DOUBLE) / CAST(NULLIF(employees_of_value_added, 0) AS DOUBLE) AS labour_productivity
  FROM (
    SELECT
      subq_5.metric_time__month AS metric_time__month, subq_5.scope AS scope
      , SUM(subq_5.__industrial_output) AS industrial_output
      , SUM(subq_5.__industrial_output_prior) AS industrial_output_prior
      , SUM(subq_5.__industrial_sales) AS industrial_sales, SUM(subq_5.__research_expense) AS research_expense
      , SUM(subq_5.__industrial_revenue) AS industrial_revenue, SUM(subq_5.__hightech_output) AS hightech_output
      , SUM(subq_5.__tax_on_land) AS tax_on_land, SUM(subq_5.__land_of_taxpayers) AS land_of_taxpayers
      , SUM(subq_5.__value_added) AS value_added, SUM(subq_5.__employees_of_value_added) AS employees_of_value_added
    FROM (
      SELECT
        period_start__month, metric_time__month, scope, __industrial_output, __industrial_output_prior
        , __industrial_revenue, __industrial_sales, __research_expense, __hightech_output, __tax_on_land
        , __land_of_taxpayers, __value_added, __employees_of_value_added
      FROM sma_1_cte
    ) subq_5
    INNER JOIN (
      SELECT
        metric_time__month, MAX(period_start__month) AS period_start__month__complete
      FROM sma_1_cte
      GROUP BY
        metric_time__month
    ) subq_6
    ON
      subq_5.period_start__month = subq_6.period_start__month__complete
    GROUP BY
      subq_5.metric_time__month, subq_5.scope
  ) subq_7
) subq_2
ON
  (
    subq_1.metric_time__month = subq_2.metric_time__month
  ) AND (
    subq_1.scope = subq_2.scope
  )
GROUP BY
  COALESCE(subq_1.metric_time__month, subq_2.metric_time__month), COALESCE(subq_1.scope, subq_2.scope)
{% endmacro %}
