-- 由 taizhang generate 生成，请勿手改：sources/forms/projects/industrial_months.yaml
with source as (

    select * from {{ source('landing', 'industrial_months') }}

),

selected as (

    select
        'industrial_months' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        uscc,
        enterprise_name,
        industry_code,
        scope,
        cast(output_month_wan as decimal(18, 4)) as output_month_wan,
        cast(output_ytd_wan as decimal(18, 4)) as output_ytd_wan,
        cast(output_prior_month_wan as decimal(18, 4)) as output_prior_month_wan,
        cast(output_prior_ytd_wan as decimal(18, 4)) as output_prior_ytd_wan,
        cast(sales_month_wan as decimal(18, 4)) as sales_month_wan,
        cast(sales_ytd_wan as decimal(18, 4)) as sales_ytd_wan,
        cast(sales_prior_month_wan as decimal(18, 4)) as sales_prior_month_wan,
        cast(sales_prior_ytd_wan as decimal(18, 4)) as sales_prior_ytd_wan,
        cast(export_month_wan as decimal(18, 4)) as export_month_wan,
        cast(export_ytd_wan as decimal(18, 4)) as export_ytd_wan,
        cast(export_prior_month_wan as decimal(18, 4)) as export_prior_month_wan,
        cast(export_prior_ytd_wan as decimal(18, 4)) as export_prior_ytd_wan,
        cast(revenue_ytd_wan as decimal(18, 4)) as revenue_ytd_wan,
        cast(main_revenue_ytd_wan as decimal(18, 4)) as main_revenue_ytd_wan,
        cast(cost_ytd_wan as decimal(18, 4)) as cost_ytd_wan,
        cast(surcharges_ytd_wan as decimal(18, 4)) as surcharges_ytd_wan,
        cast(selling_expense_ytd_wan as decimal(18, 4)) as selling_expense_ytd_wan,
        cast(admin_expense_ytd_wan as decimal(18, 4)) as admin_expense_ytd_wan,
        cast(rd_expense_ytd_wan as decimal(18, 4)) as rd_expense_ytd_wan,
        cast(finance_expense_ytd_wan as decimal(18, 4)) as finance_expense_ytd_wan,
        cast(profit_ytd_wan as decimal(18, 4)) as profit_ytd_wan,
        cast(vat_ytd_wan as decimal(18, 4)) as vat_ytd_wan,
        cast(income_tax_ytd_wan as decimal(18, 4)) as income_tax_ytd_wan,
        cast(assets_wan as decimal(18, 4)) as assets_wan,
        cast(liabilities_wan as decimal(18, 4)) as liabilities_wan,
        cast(equity_wan as decimal(18, 4)) as equity_wan,
        cast(receivables_wan as decimal(18, 4)) as receivables_wan,
        cast(inventory_wan as decimal(18, 4)) as inventory_wan,
        cast(finished_goods_wan as decimal(18, 4)) as finished_goods_wan,
        cast(payroll_ytd_wan as decimal(18, 4)) as payroll_ytd_wan,
        cast(employees as bigint) as employees,
        cast(value_added_ytd_wan as decimal(18, 4)) as value_added_ytd_wan,
        cast(tax_paid_ytd_wan as decimal(18, 4)) as tax_paid_ytd_wan,
        cast(electricity_kwh as decimal(18, 4)) as electricity_kwh,
        cast(electricity_prior_kwh as decimal(18, 4)) as electricity_prior_kwh,
        cast(energy_tce as decimal(18, 4)) as energy_tce,
        change_reason,
        remark
    from source

)

select * from selected
