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

select
    date_trunc('month', period_start) as metric_time__month,
    'industrial_months' as industrial_total__form,
    submission_id as industrial_total__submission_id,
    sheet as industrial_total__sheet,
    cast(null as bigint) as industrial_total__sheet_row,
    group_name as industrial_total__row_key,
    case when grouping = '合计' then employees end as average_employees,
    case when grouping = '合计' then employees_of_value_added end as employees_of_value_added,
    case when grouping = '高新技术企业' and group_value = '是' then output_ytd_wan * 0.0001 end as hightech_output,
    case when grouping = '合计' then output_ytd_wan * 0.0001 end as industrial_output,
    case when grouping = '合计' then output_prior_ytd_wan * 0.0001 end as industrial_output_prior,
    case when grouping = '合计' then profit_ytd_wan * 0.0001 end as industrial_profit,
    case when grouping = '合计' then revenue_ytd_wan * 0.0001 end as industrial_revenue,
    case when grouping = '合计' then sales_ytd_wan * 0.0001 end as industrial_sales,
    case when grouping = '合计' then taxed_land_mu end as land_of_taxpayers,
    case when grouping = '合计' then rd_expense_ytd_wan * 0.0001 end as research_expense,
    case when grouping = '合计' then tax_on_land_ytd_wan end as tax_on_land,
    case when grouping = '合计' and employees_of_value_added is not null then value_added_ytd_wan end as value_added
from {{ ref('fct_industrial_totals') }}

) as compiled
{% endmacro %}
