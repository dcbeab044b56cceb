with reported as (

    {{ latest_rows(ref('stg_investment__carriers'), ['carrier_no']) }}

),

ranked as (

    select
        reported.*,
        enterprise.enterprise_id,
        min(reported.period) over (partition by reported.carrier_no) as first_period,
        row_number() over (partition by reported.carrier_no order by reported.period desc) as newness
    from reported
    {{ join_enterprise('reported.uscc', 'reported.owner_name') }}

),

carriers as (

    select
        carrier_no as carrier_id,
        enterprise_id,
        enterprise_id is not null as is_registered,
        carrier_kind,
        carrier_name,
        address,
        longitude,
        latitude,
        coordinate_system,
        owner_name,
        uscc,
        certificate_no,
        certified_area_m2,
        uncertified_area_m2,
        parcel_no,
        land_mu,
        land_use,
        land_nature,
        plot_ratio,
        building_density_rate,
        height_limit_m,
        floor_area_m2,
        floors,
        located_floor,
        floor_height_m,
        floor_load_t_per_m2,
        crane_t,
        power_kva,
        fire_grade,
        is_environment_approvable,
        case
            when carrier_kind = '土地' then '土地'
            when carrier_kind in ('楼宇', '商业') then '楼宇'
            else '厂房'
        end as carrier_group,
        first_period,
        period as last_period,
        form,
        submission_id,
        sheet,
        sheet_row
    from ranked
    where newness = 1

)

select * from carriers
