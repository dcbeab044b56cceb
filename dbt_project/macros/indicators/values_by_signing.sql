{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro values_by_signing() %}
WITH sma_1_cte AS (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, scope
    , case when is_investment_agreement and is_signed_in_year then project_no end AS __new_agreements
    , case when is_investment_agreement and is_signed_in_year and agreed_investment_wan >= 10000 then project_no end AS __new_agreements_of_1_yi
    , case when is_investment_agreement and is_signed_in_year and agreed_investment_wan >= 50000 then project_no end AS __new_agreements_of_5_yi
    , case when is_investment_agreement and is_signed_in_year and agreed_investment_wan >= 100000 then project_no end AS __new_agreements_of_10_yi
    , case when is_investment_agreement and is_signed_in_year and is_started then project_no end AS __new_agreements_started
    , case when is_investment_agreement then funds_ytd_wan * 0.0001 end AS __funds_in_place_ytd
    , case when is_investment_agreement and funds_prior_ytd_wan is not null then funds_ytd_wan * 0.0001 end AS __funds_compared
    , case when is_investment_agreement and funds_ytd_wan is not null then funds_prior_ytd_wan * 0.0001 end AS __funds_prior
    , foreign_capital_usd_wan AS __foreign_capital
  FROM {{ ref('fct_signings') }} signings_src_1
)

SELECT
  COALESCE(subq_1.metric_time__month, subq_2.metric_time__month) AS metric_time__month
  , COALESCE(subq_1.scope, subq_2.scope) AS scope, MAX(subq_1.new_agreements) AS new_agreements
  , MAX(subq_1.new_agreements_of_1_yi) AS new_agreements_of_1_yi
  , MAX(subq_1.new_agreements_of_5_yi) AS new_agreements_of_5_yi
  , MAX(subq_1.new_agreements_of_10_yi) AS new_agreements_of_10_yi
  , MAX(subq_1.funds_in_place_ytd) AS funds_in_place_ytd, MAX(subq_1.foreign_capital) AS foreign_capital
  , MAX(subq_2.agreement_start_rate) AS agreement_start_rate, MAX(subq_2.funds_growth) AS funds_growth
FROM (
  SELECT
    subq_3.metric_time__month AS metric_time__month, subq_3.scope AS scope
    , COUNT(DISTINCT subq_3.__new_agreements) AS new_agreements
    , COUNT(DISTINCT subq_3.__new_agreements_of_1_yi) AS new_agreements_of_1_yi
    , COUNT(DISTINCT subq_3.__new_agreements_of_5_yi) AS new_agreements_of_5_yi
    , COUNT(DISTINCT subq_3.__new_agreements_of_10_yi) AS new_agreements_of_10_yi
    , SUM(subq_3.__funds_in_place_ytd) AS funds_in_place_ytd, SUM(subq_3.__foreign_capital) AS foreign_capital
  FROM (
    SELECT
      period_start__month, metric_time__month, scope, __new_agreements, __new_agreements_of_1_yi
      , __new_agreements_of_5_yi, __new_agreements_of_10_yi, __funds_in_place_ytd, __foreign_capital
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
    , CAST(new_agreements_started AS DOUBLE) / CAST(NULLIF(new_agreements, 0) AS DOUBLE) AS agreement_start_rate
    , funds_compared / nullif(funds_prior, 0) - 1 AS funds_growth
  FROM (
    SELECT
      subq_5.metric_time__month AS metric_time__month, subq_5.scope AS scope
      , COUNT(DISTINCT subq_5.__new_agreements_started) AS new_agreements_started
      , COUNT(DISTINCT subq_5.__new_agreements) AS new_agreements, SUM(subq_5.__funds_compared) AS funds_compared
      , SUM(subq_5.__funds_prior) AS funds_prior
    FROM (
      SELECT
        period_start__month, metric_time__month, scope, __new_agreements, __new_agreements_started, __funds_compared
        , __funds_prior
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
