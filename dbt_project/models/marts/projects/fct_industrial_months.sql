with reported as (

    {{ latest_rows(ref('stg_projects__industrial_months'), ['uscc']) }}

),

identified as (

    select
        reported.*,
        enterprise.enterprise_id
    from reported
    {{ join_enterprise('reported.uscc', 'reported.enterprise_name') }}

),

held as (

    select
        identified.*,
        titles.enterprise_id is not null as is_hightech
    from identified
    left join (
        select distinct
            enterprise_id,
            period
        from {{ ref('fct_enterprise_titles') }}
        where title = 'hightech' and is_valid_at_period_end and enterprise_id is not null
    ) as titles
        on identified.enterprise_id = titles.enterprise_id and identified.period = titles.period

),

industrial_months as (

    select
        {{ key_of(['uscc', 'period']) }} as industrial_month_id,
        enterprise_id,
        enterprise_id is not null as is_registered,
        period,
        period_start,
        period_end,
        department,
        coalesce(scope, '全区') as scope,
        uscc,
        enterprise_name,
        industry_code,
        output_month_wan,
        output_ytd_wan,
        output_prior_month_wan,
        output_prior_ytd_wan,
        sales_month_wan,
        sales_ytd_wan,
        sales_prior_month_wan,
        sales_prior_ytd_wan,
        export_month_wan,
        export_ytd_wan,
        export_prior_month_wan,
        export_prior_ytd_wan,
        revenue_ytd_wan,
        main_revenue_ytd_wan,
        cost_ytd_wan,
        surcharges_ytd_wan,
        selling_expense_ytd_wan,
        admin_expense_ytd_wan,
        rd_expense_ytd_wan,
        finance_expense_ytd_wan,
        profit_ytd_wan,
        vat_ytd_wan,
        income_tax_ytd_wan,
        assets_wan,
        liabilities_wan,
        equity_wan,
        receivables_wan,
        inventory_wan,
        finished_goods_wan,
        payroll_ytd_wan,
        employees,
        value_added_ytd_wan,
        tax_paid_ytd_wan,
        electricity_kwh,
        energy_tce,
        change_reason,
        substr(industry_code, 1, 2) as industry_division,
        is_hightech,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from held

)

select * from industrial_months
