-- 由 taizhang generate 生成，请勿手改：sources/forms/finance/fiscal_revenue.yaml
with source as (

    select * from {{ source('landing', 'fiscal_revenue') }}

),

selected as (

    select
        'fiscal_revenue' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        caliber,
        scope,
        cast(budget_revenue_month_wan as decimal(18, 4)) as budget_revenue_month_wan,
        cast(budget_revenue_ytd_wan as decimal(18, 4)) as budget_revenue_ytd_wan,
        cast(tax_revenue_ytd_wan as decimal(18, 4)) as tax_revenue_ytd_wan,
        cast(nontax_revenue_ytd_wan as decimal(18, 4)) as nontax_revenue_ytd_wan,
        cast(vat_ytd_wan as decimal(18, 4)) as vat_ytd_wan,
        cast(corporate_income_tax_ytd_wan as decimal(18, 4)) as corporate_income_tax_ytd_wan,
        cast(personal_income_tax_ytd_wan as decimal(18, 4)) as personal_income_tax_ytd_wan,
        cast(urban_maintenance_tax_ytd_wan as decimal(18, 4)) as urban_maintenance_tax_ytd_wan,
        cast(property_tax_ytd_wan as decimal(18, 4)) as property_tax_ytd_wan,
        cast(stamp_tax_ytd_wan as decimal(18, 4)) as stamp_tax_ytd_wan,
        cast(land_use_tax_ytd_wan as decimal(18, 4)) as land_use_tax_ytd_wan,
        cast(land_appreciation_tax_ytd_wan as decimal(18, 4)) as land_appreciation_tax_ytd_wan,
        cast(deed_tax_ytd_wan as decimal(18, 4)) as deed_tax_ytd_wan,
        cast(farmland_tax_ytd_wan as decimal(18, 4)) as farmland_tax_ytd_wan,
        cast(resource_tax_ytd_wan as decimal(18, 4)) as resource_tax_ytd_wan,
        cast(environment_tax_ytd_wan as decimal(18, 4)) as environment_tax_ytd_wan,
        cast(other_tax_ytd_wan as decimal(18, 4)) as other_tax_ytd_wan,
        cast(budget_wan as decimal(18, 4)) as budget_wan,
        cast(adjusted_budget_wan as decimal(18, 4)) as adjusted_budget_wan,
        budget_basis,
        cast(budget_rate as decimal(18, 6)) as budget_rate,
        cast(prior_month_wan as decimal(18, 4)) as prior_month_wan,
        cast(prior_ytd_wan as decimal(18, 4)) as prior_ytd_wan,
        cast(growth_wan as decimal(18, 4)) as growth_wan,
        cast(growth_rate as decimal(18, 6)) as growth_rate,
        growth_basis,
        cast(tax_share_rate as decimal(18, 6)) as tax_share_rate,
        cast(fund_revenue_ytd_wan as decimal(18, 4)) as fund_revenue_ytd_wan,
        cast(land_revenue_ytd_wan as decimal(18, 4)) as land_revenue_ytd_wan,
        remark
    from source

)

select * from selected
