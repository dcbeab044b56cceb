with registered as (

    {{ rows_in_force(ref('stg_enterprises__enterprises')) }}

),

latest_registered as (

    select *
    from (
        select
            *,
            row_number() over (
                partition by uscc
                order by period desc, received_at desc, submission_id desc, sheet_row desc
            ) as recency
        from registered
        where duplicate_flag <> '删除'
    ) as ranked
    where recency = 1

),

titled as (

    {{ rows_in_force(ref('stg_enterprises__enterprise_titles')) }}

),

latest_titled as (

    select *
    from (
        select
            *,
            row_number() over (
                partition by uscc
                order by period desc, received_at desc, submission_id desc, sheet_row desc
            ) as recency
        from titled
    ) as ranked
    where recency = 1

),

-- An enterprise that is only in the cultivation list stays visible, marked as not registered.
enterprises as (

    select
        coalesce(registered.uscc, titled.uscc) as enterprise_key,
        coalesce(registered.enterprise_name, titled.enterprise_name) as enterprise_name,
        registered.former_names,
        registered.enterprise_type,
        registered.registration_type,
        registered.unit_type,
        registered.region_code,
        regions.name as region_name,
        registered.industry_code,
        industries.name as industry_name,
        industries.section as industry_section,
        registered.area,
        registered.scope,
        registered.domicile,
        registered.operating_address,
        registered.registered_capital_wan,
        registered.currency,
        registered.land_mu,
        registered.tenure,
        registered.registration_status,
        registered.uscc is not null as is_registered,
        registered.established_date,
        registered.ended_date,
        registered.parent_uscc,
        registered.leader_name,
        registered.steward_name,
        coalesce(registered.period, titled.period) as last_period,
        coalesce(registered.form, titled.form) as form,
        coalesce(registered.submission_id, titled.submission_id) as submission_id,
        coalesce(registered.sheet, titled.sheet) as sheet,
        coalesce(registered.sheet_row, titled.sheet_row) as sheet_row
    from latest_registered as registered
    full outer join latest_titled as titled
        on registered.uscc = titled.uscc
    left join {{ ref('regions') }} as regions
        on registered.region_code = regions.region
    left join {{ ref('gb4754_divisions') }} as industries
        on substr(registered.industry_code, 1, 2) = industries.division

)

select * from enterprises
