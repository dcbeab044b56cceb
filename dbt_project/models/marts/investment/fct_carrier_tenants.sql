with reported as (

    {{ latest_rows(ref('stg_investment__carrier_tenants'), ['carrier_no', 'enterprise_name', 'room']) }}

),

identified as (

    select
        reported.*,
        enterprise.enterprise_id
    from reported
    {{ join_enterprise('reported.uscc', 'reported.enterprise_name') }}

),

placed as (

    select
        identified.*,
        carriers.carrier_id
    from identified
    left join {{ ref('dim_carriers') }} as carriers
        on identified.carrier_no = carriers.carrier_id

),

carrier_tenants as (

    select
        {{ key_of(['carrier_no', 'enterprise_name', 'room', 'period']) }} as carrier_tenant_id,
        enterprise_id,
        enterprise_id is not null as is_registered,
        period,
        period_start,
        period_end,
        department,
        '全区' as scope,
        carrier_no,
        carrier_name,
        carrier_area_m2,
        room,
        enterprise_name,
        uscc,
        area_m2,
        rent_yuan_per_m2_month,
        moved_in_date,
        lease_end_date,
        carrier_id,
        coalesce(moved_in_date <= period_end, false) and coalesce(lease_end_date >= period_end, true) as is_current,
        {{ days_from('period_end', 'lease_end_date') }} as days_to_lease_end,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from placed

)

select * from carrier_tenants
