-- 由 taizhang generate 生成，请勿手改：sources/forms/finance/debts.yaml
with source as (

    select * from {{ source('landing', 'debts') }}

),

selected as (

    select
        'debts' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        debt_no,
        company,
        creditor,
        debt_kind,
        cast(contract_wan as decimal(18, 4)) as contract_wan,
        cast(drawn_wan as decimal(18, 4)) as drawn_wan,
        cast(balance_wan as decimal(18, 4)) as balance_wan,
        cast(repaid_month_wan as decimal(18, 4)) as repaid_month_wan,
        cast(annual_rate as decimal(18, 6)) as annual_rate,
        cast(interest_start_date as date) as interest_start_date,
        cast(maturity_date as date) as maturity_date,
        repayment_method,
        cast(next_principal_date as date) as next_principal_date,
        cast(next_principal_wan as decimal(18, 4)) as next_principal_wan,
        cast(next_interest_date as date) as next_interest_date,
        cast(next_interest_wan as decimal(18, 4)) as next_interest_wan,
        guarantee,
        collateral_asset_no,
        purpose,
        project_no,
        debt_nature,
        cast(is_extended as boolean) as is_extended,
        cast(is_overdue as boolean) as is_overdue,
        remark
    from source

)

select * from selected
