-- 由 taizhang generate 生成，请勿手改：sources/forms/investment/carriers.yaml
with source as (

    select * from {{ source('landing', 'carriers') }}

),

selected as (

    select
        'carriers' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        carrier_no,
        carrier_kind,
        carrier_name,
        address,
        cast(longitude as decimal(18, 4)) as longitude,
        cast(latitude as decimal(18, 4)) as latitude,
        coordinate_system,
        owner_name,
        uscc,
        certificate_no,
        cast(certified_area_m2 as decimal(18, 4)) as certified_area_m2,
        cast(uncertified_area_m2 as decimal(18, 4)) as uncertified_area_m2,
        encumbrances,
        parcel_no,
        cast(land_mu as decimal(18, 4)) as land_mu,
        land_use,
        land_nature,
        land_status,
        cast(plot_ratio as decimal(18, 4)) as plot_ratio,
        cast(building_density_rate as decimal(18, 6)) as building_density_rate,
        cast(height_limit_m as decimal(18, 4)) as height_limit_m,
        cast(agreed_start_date as date) as agreed_start_date,
        cast(actual_start_date as date) as actual_start_date,
        cast(agreed_end_date as date) as agreed_end_date,
        cast(floor_area_m2 as decimal(18, 4)) as floor_area_m2,
        cast(floors as bigint) as floors,
        located_floor,
        cast(floor_height_m as decimal(18, 4)) as floor_height_m,
        cast(floor_load_t_per_m2 as decimal(18, 4)) as floor_load_t_per_m2,
        cast(crane_t as decimal(18, 4)) as crane_t,
        cast(power_kva as decimal(18, 4)) as power_kva,
        fire_grade,
        cast(is_environment_approvable as boolean) as is_environment_approvable,
        cast(lettable_area_m2 as decimal(18, 4)) as lettable_area_m2,
        cast(used_area_m2 as decimal(18, 4)) as used_area_m2,
        cast(vacant_area_m2 as decimal(18, 4)) as vacant_area_m2,
        letting_mode,
        cast(rent_yuan_per_m2_month as decimal(18, 4)) as rent_yuan_per_m2_month,
        cast(contract_rent_yuan_per_m2_month as decimal(18, 4)) as contract_rent_yuan_per_m2_month,
        cast(price_yuan_per_m2 as decimal(18, 4)) as price_yuan_per_m2,
        cast(minimum_lease_months as bigint) as minimum_lease_months,
        payment_terms,
        tenant_names,
        tenant_uscc,
        cast(moved_in_date as date) as moved_in_date,
        cast(lease_end_date as date) as lease_end_date,
        idle_reason,
        cast(idle_since_date as date) as idle_since_date,
        cast(idle_area_m2 as decimal(18, 4)) as idle_area_m2,
        cast(idle_land_mu as decimal(18, 4)) as idle_land_mu,
        disposal,
        disposal_progress,
        cast(disposal_due_date as date) as disposal_due_date,
        reserved_project_no,
        cast(updated_date as date) as updated_date,
        remark
    from source

)

select * from selected
