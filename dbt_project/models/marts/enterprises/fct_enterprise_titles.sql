with in_force as (

    {{ rows_in_force(ref('stg_enterprises__enterprise_titles')) }}

),

known as (

    select
        in_force.*,
        titles.title,
        enterprise.enterprise_id,
        {{ period_start('in_force.period') }} as period_start,
        {{ period_end('in_force.period') }} as period_end,
        cast(substr(in_force.period, 1, 4) || '-12-31' as date) as year_end,
        {{ year_of('in_force.period') }} as period_year,
        -- The list's usual term is taken only where the department gave no end.
        coalesce(
            in_force.valid_to_date,
            {{ plus_months('coalesce(in_force.valid_from_date, in_force.award_date)', 'titles.years * 12') }}
        ) as valid_until_date,
        row_number() over (
            partition by in_force.uscc, in_force.title_name, in_force.batch, in_force.period
            order by in_force.received_at desc, in_force.submission_id desc, in_force.sheet_row desc
        ) as recency
    from in_force
    left join {{ ref('titles') }} as titles
        on in_force.title_name = titles.name
    {{ join_enterprise('in_force.uscc', 'in_force.enterprise_name') }}

),

staged as (

    select
        *,
        stage in ('获批', '复核通过') and coalesce(award_date <= period_end, false) as is_awarded,
        stage in ('已申报', '市推荐', '评审', '公示') as is_pending,
        exit_reason is null and coalesce(coalesce(valid_from_date, award_date) <= period_end, false) as is_held
    from known
    where recency = 1

),

titles as (

    select
        {{ key_of(['uscc', 'title_name', 'batch', 'period']) }} as enterprise_title_id,
        enterprise_id,
        enterprise_id is not null as is_registered,
        period,
        period_start,
        department,
        '全区' as scope,
        enterprise_name,
        title,
        title_name,
        title_level,
        batch,
        stage,
        application_type,
        statistics_profession,
        document_no,
        certificate_no,
        exit_reason,
        revenue_prior_wan,
        rd_expense_wan,
        is_awarded and is_held and coalesce(valid_until_date >= period_end, true) as is_valid_at_period_end,
        is_awarded and is_held and coalesce(valid_until_date >= year_end, true) as is_valid_at_year_end,
        is_pending,
        stage not in ('入库培育', '辅导', '拟申报', '取消')
        and coalesce(extract(year from application_date) = period_year and application_date <= period_end, false)
            as is_applied_in_year,
        is_awarded and coalesce(extract(year from award_date) = period_year, false) as is_awarded_in_year,
        application_type = '重新认定(复核)' as is_renewal,
        application_date,
        award_date,
        valid_from_date,
        valid_to_date,
        valid_until_date,
        form,
        submission_id,
        sheet,
        sheet_row,
        {{ key_of(['uscc', 'title_name', 'batch']) }} as row_key
    from staged

)

select * from titles
