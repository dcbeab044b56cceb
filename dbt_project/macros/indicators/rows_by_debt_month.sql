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

select
    date_trunc('month', period_start) as metric_time__month,
    form as debt_month__form,
    submission_id as debt_month__submission_id,
    sheet as debt_month__sheet,
    sheet_row as debt_month__sheet_row,
    row_key as debt_month__row_key,
    balance_wan * 0.0001 as debt_balance,
    due_in_12_months_wan * 0.0001 as debt_due_in_12_months,
    yearly_interest_wan * 0.0001 as yearly_interest
from {{ ref('fct_debts') }}

) as compiled
{% endmacro %}
