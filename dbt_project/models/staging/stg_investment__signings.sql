-- 由 taizhang generate 生成，请勿手改：sources/forms/investment/signings.yaml
with source as (

    select * from {{ source('landing', 'signings') }}

),

selected as (

    select
        'signings' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        project_no,
        project_name,
        investor_name,
        agreement_type,
        cast(signed_date as date) as signed_date,
        cast(is_new as boolean) as is_new,
        cast(agreed_investment_wan as decimal(18, 4)) as agreed_investment_wan,
        cast(agreed_fixed_investment_wan as decimal(18, 4)) as agreed_fixed_investment_wan,
        investment_form,
        carrier_use,
        approval_kind,
        enterprise_name,
        uscc,
        cast(registered_date as date) as registered_date,
        start_kind,
        cast(started_date as date) as started_date,
        cast(production_date as date) as production_date,
        cast(funds_month_wan as decimal(18, 4)) as funds_month_wan,
        cast(funds_ytd_wan as decimal(18, 4)) as funds_ytd_wan,
        cast(funds_prior_ytd_wan as decimal(18, 4)) as funds_prior_ytd_wan,
        cast(funds_total_wan as decimal(18, 4)) as funds_total_wan,
        cast(foreign_capital_usd_wan as decimal(18, 4)) as foreign_capital_usd_wan,
        assessment_kind,
        exclusion_reasons,
        evidence,
        remark
    from source

)

select * from selected
