-- 由 taizhang generate 生成，请勿手改：sources/forms/investment/carrier_tenants.yaml
with source as (

    select * from {{ source('landing', 'carrier_tenants') }}

),

selected as (

    select
        'carrier_tenants' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        carrier_no,
        carrier_name,
        cast(carrier_area_m2 as decimal(18, 4)) as carrier_area_m2,
        room,
        enterprise_name,
        uscc,
        cast(area_m2 as decimal(18, 4)) as area_m2,
        cast(rent_yuan_per_m2_month as decimal(18, 4)) as rent_yuan_per_m2_month,
        cast(moved_in_date as date) as moved_in_date,
        cast(lease_end_date as date) as lease_end_date,
        remark
    from source

)

select * from selected
