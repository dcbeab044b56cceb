{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro values_by_revenue() %}
WITH sma_1_cte AS (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, scope || '·' || caliber AS scope
    , case when item = 'budget_revenue' then amount_ytd_wan * 0.0001 end AS __budget_revenue
    , case when item = 'budget_revenue' then prior_ytd_wan * 0.0001 end AS __budget_revenue_prior
    , case when item = 'budget_revenue' then budget_wan * 0.0001 end AS __year_budget
    , case when item = 'tax_revenue' then amount_ytd_wan * 0.0001 end AS __tax_revenue
    , case when item = 'vat' then amount_ytd_wan * 0.0001 end AS __vat_revenue
    , case when item = 'corporate_income_tax' then amount_ytd_wan * 0.0001 end AS __corporate_income_tax_revenue
    , case when item = 'personal_income_tax' then amount_ytd_wan * 0.0001 end AS __personal_income_tax_revenue
  FROM {{ ref('fct_fiscal_revenue') }} fiscal_revenue_src_1
)

SELECT
  COALESCE(subq_1.metric_time__month, subq_2.metric_time__month) AS metric_time__month
  , COALESCE(subq_1.scope, subq_2.scope) AS scope, MAX(subq_1.budget_revenue) AS budget_revenue
  , MAX(subq_1.tax_revenue) AS tax_revenue, MAX(subq_1.vat_revenue) AS vat_revenue
  , MAX(subq_1.corporate_income_tax_revenue) AS corporate_income_tax_revenue
  , MAX(subq_1.personal_income_tax_revenue) AS personal_income_tax_revenue
  , MAX(subq_2.budget_revenue_growth) AS budget_revenue_growth
  , MAX(subq_2.budget_completion_rate) AS budget_completion_rate, MAX(subq_2.tax_share) AS tax_share
FROM (
  SELECT
    subq_3.metric_time__month AS metric_time__month, subq_3.scope AS scope
    , SUM(subq_3.__budget_revenue) AS budget_revenue, SUM(subq_3.__tax_revenue) AS tax_revenue
    , SUM(subq_3.__vat_revenue) AS vat_revenue
    , SUM(subq_3.__corporate_income_tax_revenue) AS corporate_income_tax_revenue
    , SUM(subq_3.__personal_income_tax_revenue) AS personal_income_tax_revenue
  FROM (
    SELECT
      period_start__month, metric_time__month, scope, __budget_revenue, __tax_revenue, __vat_revenue
      , __corporate_income_tax_revenue, __personal_income_tax_revenue
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
    metric_time__month, scope, budget_revenue / nullif(budget_revenue_prior, 0) - 1 AS budget_revenue_growth
    , CAST(budget_revenue AS DOUBLE) / CAST(NULLIF(year_budget, 0) AS DOUBLE) AS budget_completion_rate
    , CAST(tax_revenue AS DOUBLE) / CAST(NULLIF(budget_revenue, 0) AS DOUBLE) AS tax_share
  FROM (
    SELECT
      subq_5.metric_time__month AS metric_time__month, subq_5.scope AS scope
      , SUM(subq_5.__budget_revenue) AS budget_revenue, SUM(subq_5.__budget_revenue_prior) AS budget_revenue_prior
      , SUM(subq_5.__year_budget) AS year_budget, SUM(subq_5.__tax_revenue) AS tax_revenue
    FROM (
      SELECT
        period_start__month, metric_time__month, scope, __budget_revenue, __budget_revenue_prior, __year_budget
        , __tax_revenue
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
