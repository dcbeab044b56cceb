{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_signing() %}
select
    *,
    signing__form as form,
    signing__submission_id as submission_id,
    signing__sheet as sheet,
    signing__sheet_row as sheet_row,
    signing__row_key as row_key
from (

SELECT
  subq_1.metric_time__month AS metric_time__month, subq_1.signing__form AS signing__form
  , subq_1.signing__submission_id AS signing__submission_id, subq_1.signing__sheet AS signing__sheet
  , subq_1.signing__sheet_row AS signing__sheet_row, subq_1.signing__row_key AS signing__row_key
  , SUM(subq_1.__foreign_capital) AS foreign_capital, SUM(subq_1.__funds_compared) AS funds_compared
  , SUM(subq_1.__funds_in_place_ytd) AS funds_in_place_ytd, SUM(subq_1.__funds_prior) AS funds_prior
  , COUNT(DISTINCT subq_1.__new_agreements) AS new_agreements
  , COUNT(DISTINCT subq_1.__new_agreements_of_10_yi) AS new_agreements_of_10_yi
  , COUNT(DISTINCT subq_1.__new_agreements_of_1_yi) AS new_agreements_of_1_yi
  , COUNT(DISTINCT subq_1.__new_agreements_of_5_yi) AS new_agreements_of_5_yi
  , COUNT(DISTINCT subq_1.__new_agreements_started) AS new_agreements_started
FROM (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, form AS signing__form
    , submission_id AS signing__submission_id, sheet AS signing__sheet, sheet_row AS signing__sheet_row
    , row_key AS signing__row_key
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
) subq_1
INNER JOIN (
  SELECT
    DATE_TRUNC('month', period_start) AS metric_time__month
    , MAX(DATE_TRUNC('month', period_start)) AS period_start__month__complete
  FROM {{ ref('fct_signings') }} signings_src_1
  GROUP BY
    DATE_TRUNC('month', period_start)
) subq_2
ON
  subq_1.period_start__month = subq_2.period_start__month__complete
GROUP BY
  subq_1.metric_time__month, subq_1.signing__form, subq_1.signing__submission_id, subq_1.signing__sheet
  , subq_1.signing__sheet_row, subq_1.signing__row_key

) as compiled
{% endmacro %}
