-- 由 taizhang generate 生成，请勿手改：sources/forms/finance/leases.yaml
with source as (

    select * from {{ source('landing', 'leases') }}

),

selected as (

    select
        'leases' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        contract_no,
        asset_no,
        tenant_name,
        uscc,
        purpose,
        cast(leased_m2 as decimal(18, 4)) as leased_m2,
        letting_method,
        cast(appraised_rent_yuan_per_m2_month as decimal(18, 4)) as appraised_rent_yuan_per_m2_month,
        cast(contract_rent_yuan_per_m2_month as decimal(18, 4)) as contract_rent_yuan_per_m2_month,
        cast(start_date as date) as start_date,
        cast(end_date as date) as end_date,
        cast(rent_free_months as decimal(18, 4)) as rent_free_months,
        cast(deposit_wan as decimal(18, 4)) as deposit_wan,
        payment_cycle,
        cast(escalation_rate as decimal(18, 6)) as escalation_rate,
        cast(rent_due_wan as decimal(18, 4)) as rent_due_wan,
        cast(rent_received_wan as decimal(18, 4)) as rent_received_wan,
        cast(rent_arrears_wan as decimal(18, 4)) as rent_arrears_wan,
        cast(rent_relief_wan as decimal(18, 4)) as rent_relief_wan,
        relief_basis,
        expiry_action,
        lease_status,
        remark
    from source

)

select * from selected
