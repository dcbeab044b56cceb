with reported as (

    {{ latest_rows(ref('stg_investment__carriers'), ['carrier_no']) }}

),

identified as (

    select
        reported.*,
        enterprise.enterprise_id,
        project.project_id
    from reported
    {{ join_enterprise('reported.tenant_uscc', 'cast(null as varchar)') }}
    {{ join_project(number='reported.reserved_project_no') }}

),

idled as (

    select
        *,
        case
            when carrier_kind = '土地' then '土地'
            when carrier_kind in ('楼宇', '商业') then '楼宇'
            else '厂房'
        end as carrier_group,
        coalesce(land_status in ('闲置', '低效'), false) or idle_since_date is not null as is_idle
    from identified

),

measured as (

    select
        *,
        case when is_idle and carrier_group = '土地' then coalesce(idle_land_mu, land_mu) else 0 end as idle_land,
        case when is_idle and carrier_group <> '土地' then coalesce(idle_area_m2, vacant_area_m2) else 0 end as idle_area
    from idled

),

compared as (

    select
        *,
        lag(is_idle) over carrier_periods as was_idle,
        lag(idle_land) over carrier_periods as previous_idle_land,
        lag(idle_area) over carrier_periods as previous_idle_area,
        -- What was freed between two months of different years was freed in the later year only if they adjoin.
        {{ year_of('period') }} = {{ year_of('lag(period) over carrier_periods') }}
        or lag(period_end) over carrier_periods = {{ plus_days('period_start', -1) }} as is_compared_in_year
    from measured
    window carrier_periods as (partition by carrier_no order by period_start)

),

released as (

    select
        *,
        greatest(coalesce(previous_idle_land, 0) - coalesce(idle_land, 0), 0) as released_land,
        greatest(coalesce(previous_idle_area, 0) - coalesce(idle_area, 0), 0) as released_area
    from compared

),

carrier_months as (

    select
        {{ key_of(['carrier_no', 'period']) }} as carrier_month_id,
        project_id,
        enterprise_id,
        enterprise_id is not null as is_registered,
        period,
        period_start,
        period_end,
        department,
        '全区' as scope,
        carrier_no,
        carrier_kind,
        encumbrances,
        land_mu,
        land_use,
        land_status,
        agreed_start_date,
        actual_start_date,
        agreed_end_date,
        floor_area_m2,
        lettable_area_m2,
        used_area_m2,
        vacant_area_m2,
        letting_mode,
        rent_yuan_per_m2_month,
        contract_rent_yuan_per_m2_month,
        price_yuan_per_m2,
        minimum_lease_months,
        payment_terms,
        tenant_names,
        tenant_uscc,
        moved_in_date,
        lease_end_date,
        idle_reason,
        idle_since_date,
        idle_area_m2,
        idle_land_mu,
        disposal,
        disposal_progress,
        disposal_due_date,
        reserved_project_no,
        updated_date,
        carrier_no as carrier_id,
        carrier_group,
        is_idle,
        coalesce(was_idle and not is_idle, false) as is_released,
        cast(
            case when carrier_group = '土地' and land_status in ('已收储净地', '批而未供') then land_mu end as decimal(18, 4)
        ) as available_land_mu,
        cast(case when carrier_group <> '土地' then vacant_area_m2 end as decimal(18, 4)) as available_area_m2,
        cast(released_land as decimal(18, 4)) as released_land_mu,
        cast(released_area as decimal(18, 4)) as released_area_m2,
        cast(
            sum(case when is_compared_in_year then released_land else 0 end) over year_so_far as decimal(18, 4)
        ) as released_land_ytd_mu,
        cast(
            sum(case when is_compared_in_year then released_area else 0 end) over year_so_far as decimal(18, 4)
        ) as released_area_ytd_m2,
        cast(vacant_area_m2 / nullif(lettable_area_m2, 0) as decimal(18, 6)) as vacancy_rate,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from released
    window year_so_far as (partition by carrier_no, substr(period, 1, 4) order by period_start)

)

select * from carrier_months
