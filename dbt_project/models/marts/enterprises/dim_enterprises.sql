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

enterprises as (

    select
        registered.uscc as enterprise_id,
        registered.enterprise_name,
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
        registered.established_date,
        registered.ended_date,
        registered.parent_uscc,
        registered.leader_name,
        registered.steward_name,
        registered.period as last_period,
        registered.form,
        registered.submission_id,
        registered.sheet,
        registered.sheet_row
    from latest_registered as registered
    left join {{ ref('regions') }} as regions
        on registered.region_code = regions.region
    left join {{ ref('gb4754_divisions') }} as industries
        on substr(registered.industry_code, 1, 2) = industries.division

)

select * from enterprises
