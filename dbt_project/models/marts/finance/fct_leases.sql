with reported as (

    {{ latest_rows(ref('stg_finance__leases'), ['contract_no']) }}

),

identified as (

    select
        reported.*,
        enterprise.enterprise_id
    from reported
    {{ join_enterprise('reported.uscc', 'reported.tenant_name') }}

),

placed as (

    select
        identified.*,
        assets.asset_id,
        assets.company
    from identified
    left join {{ ref('dim_assets') }} as assets
        on identified.asset_no = assets.asset_id

),

leases as (

    select
        {{ key_of(['contract_no', 'period']) }} as lease_month_id,
        enterprise_id,
        enterprise_id is not null as is_registered,
        period,
        period_start,
        period_end,
        department,
        '全区' as scope,
        contract_no,
        asset_no,
        tenant_name,
        uscc,
        purpose,
        leased_m2,
        letting_method,
        appraised_rent_yuan_per_m2_month,
        contract_rent_yuan_per_m2_month,
        start_date,
        end_date,
        rent_free_months,
        deposit_wan,
        payment_cycle,
        escalation_rate,
        rent_due_wan,
        rent_received_wan,
        rent_arrears_wan,
        rent_relief_wan,
        relief_basis,
        expiry_action,
        lease_status,
        asset_id,
        company,
        coalesce(start_date <= period_end and end_date >= period_end, false) and lease_status <> '解除' as is_current,
        coalesce(end_date < period_end, false) and lease_status in ('履行', '到期未续') as is_expired,
        {{ days_from('period_end', 'end_date') }} as days_to_end,
        coalesce({{ days_from('period_end', 'end_date') }} between 0 and 90, false) as is_ending_soon,
        cast(rent_due_wan - coalesce(rent_relief_wan, 0) as decimal(18, 4)) as rent_collectable_wan,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from placed

)

select * from leases
