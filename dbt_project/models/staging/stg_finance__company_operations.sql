-- 由 taizhang generate 生成，请勿手改：sources/forms/finance/company_operations.yaml
with source as (

    select * from {{ source('landing', 'company_operations') }}

),

selected as (

    select
        'company_operations' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        company,
        cast(revenue_ytd_wan as decimal(18, 4)) as revenue_ytd_wan,
        cast(rent_revenue_ytd_wan as decimal(18, 4)) as rent_revenue_ytd_wan,
        cast(development_revenue_ytd_wan as decimal(18, 4)) as development_revenue_ytd_wan,
        cast(works_revenue_ytd_wan as decimal(18, 4)) as works_revenue_ytd_wan,
        cast(services_revenue_ytd_wan as decimal(18, 4)) as services_revenue_ytd_wan,
        cast(costs_ytd_wan as decimal(18, 4)) as costs_ytd_wan,
        cast(profit_ytd_wan as decimal(18, 4)) as profit_ytd_wan,
        cast(assets_wan as decimal(18, 4)) as assets_wan,
        cast(liabilities_wan as decimal(18, 4)) as liabilities_wan,
        cast(cash_wan as decimal(18, 4)) as cash_wan,
        cast(financing_received_ytd_wan as decimal(18, 4)) as financing_received_ytd_wan,
        cast(debt_service_ytd_wan as decimal(18, 4)) as debt_service_ytd_wan,
        cast(investment_ytd_wan as decimal(18, 4)) as investment_ytd_wan,
        cast(staff_count as bigint) as staff_count,
        remark
    from source

)

select * from selected
