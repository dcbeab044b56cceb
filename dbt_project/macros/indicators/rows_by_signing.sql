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

select
    date_trunc('month', period_start) as metric_time__month,
    form as signing__form,
    submission_id as signing__submission_id,
    sheet as signing__sheet,
    sheet_row as signing__sheet_row,
    row_key as signing__row_key,
    foreign_capital_usd_wan as foreign_capital,
    case when is_investment_agreement and funds_prior_ytd_wan is not null then funds_ytd_wan * 0.0001 end as funds_compared,
    case when is_investment_agreement then funds_ytd_wan * 0.0001 end as funds_in_place_ytd,
    case when is_investment_agreement and funds_ytd_wan is not null then funds_prior_ytd_wan * 0.0001 end as funds_prior,
    case when (case when is_investment_agreement and is_signed_in_year then project_no end) is not null then 1 else 0 end as new_agreements,
    case when (case when is_investment_agreement and is_signed_in_year and agreed_investment_wan >= 100000 then project_no end) is not null then 1 else 0 end as new_agreements_of_10_yi,
    case when (case when is_investment_agreement and is_signed_in_year and agreed_investment_wan >= 10000 then project_no end) is not null then 1 else 0 end as new_agreements_of_1_yi,
    case when (case when is_investment_agreement and is_signed_in_year and agreed_investment_wan >= 50000 then project_no end) is not null then 1 else 0 end as new_agreements_of_5_yi,
    case when (case when is_investment_agreement and is_signed_in_year and is_started then project_no end) is not null then 1 else 0 end as new_agreements_started
from {{ ref('fct_signings') }}

) as compiled
{% endmacro %}
