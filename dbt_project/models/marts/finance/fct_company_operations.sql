with reported as (

    {{ latest_rows(ref('stg_finance__company_operations'), ['company']) }}

),

company_operations as (

    select
        {{ key_of(['company', 'period']) }} as company_operation_id,
        period,
        period_start,
        period_end,
        department,
        '全区' as scope,
        company,
        revenue_ytd_wan,
        rent_revenue_ytd_wan,
        development_revenue_ytd_wan,
        works_revenue_ytd_wan,
        services_revenue_ytd_wan,
        costs_ytd_wan,
        profit_ytd_wan,
        assets_wan,
        liabilities_wan,
        cash_wan,
        financing_received_ytd_wan,
        debt_service_ytd_wan,
        investment_ytd_wan,
        staff_count,
        cast(liabilities_wan / nullif(assets_wan, 0) as decimal(18, 6)) as debt_to_assets_rate,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from reported

)

select * from company_operations
