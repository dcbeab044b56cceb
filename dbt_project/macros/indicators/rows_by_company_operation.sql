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

select
    date_trunc('month', period_start) as metric_time__month,
    form as company_operation__form,
    submission_id as company_operation__submission_id,
    sheet as company_operation__sheet,
    sheet_row as company_operation__sheet_row,
    row_key as company_operation__row_key,
    assets_wan * 0.0001 as company_assets,
    liabilities_wan * 0.0001 as company_liabilities,
    profit_ytd_wan * 0.0001 as company_profit,
    revenue_ytd_wan * 0.0001 as company_revenue
from {{ ref('fct_company_operations') }}

) as compiled
{% endmacro %}
