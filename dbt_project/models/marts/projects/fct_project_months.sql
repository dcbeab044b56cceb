with project_rows as (

    select
        identified.*,
        coalesce(industries.section in ('B', 'C', 'D'), false) as is_industrial,
        {{ period_start('period') }} as period_start,
        {{ period_end('period') }} as period_end,
        {{ year_of('period') }} as period_year,
        max(case when level_group = '省级' then 1 else 0 end) over (partition by project_id, period) = 1 as is_provincial,
        max(case when level_group = '市级' then 1 else 0 end) over (partition by project_id, period) = 1 as is_municipal,
        max(case when level_group = '区级' then 1 else 0 end) over (partition by project_id, period) = 1 as is_district
    from {{ ref('int_project_rows_identified') }} as identified
    left join {{ ref('gb4754_divisions') }} as industries
        on substr(identified.industry_code, 1, 2) = industries.division

),

-- One project once a month, at its highest level.
project_months as (

    select
        *,
        year_status <> '退出' as is_listed,
        cast(extract(month from period_start) as decimal(18, 6)) / 12 as elapsed
    from project_rows
    where level_order = 1

),

measured as (

    select
        {{ key_of(['project_id', 'period']) }} as project_month_id,
        project_id,
        enterprise_id,
        enterprise_id is not null as is_registered,
        period,
        period_start,
        period_end,
        department,
        '全区' as scope,
        project_name,
        owner_name,
        project_level,
        level_group,
        list_type,
        year_status,
        responsible_departments,
        leader_name,
        industry,
        progress_text,
        problem_text,
        next_step_text,
        total_investment_wan,
        fixed_investment_wan,
        investment_prior_years_wan,
        planned_investment_year_wan,
        investment_month_wan,
        investment_ytd_wan,
        investment_total_wan,
        funds_in_place_wan,
        statistics_investment_ytd_wan,
        statistics_investment_prior_ytd_wan,
        leader_visit_count,
        land_mu,
        cast(elapsed as decimal(18, 6)) as schedule_rate,
        cast(investment_ytd_wan / nullif(planned_investment_year_wan, 0) as decimal(18, 6)) as completion_rate,
        is_listed,
        is_provincial,
        is_municipal,
        is_district,
        is_industrial,
        is_industrial and build_nature = '技改' as is_technical_upgrade,
        leader_name is not null as has_leader,
        is_started,
        is_in_statistics,
        is_listed
        and list_type = '实施类'
        and extract(year from planned_start_date) <= period_year as is_planned_under_way,
        is_listed
        and extract(year from planned_start_date) = period_year
        and planned_start_date <= period_end as is_start_due,
        is_started and coalesce(actual_start_date <= planned_start_date, false) as is_started_on_time,
        is_listed
        and is_started
        and coalesce(actual_start_date <= {{ plus_months('period_end', -1) }}, false) as is_statistics_due,
        planned_start_date,
        actual_start_date,
        planned_end_date,
        actual_end_date,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from project_months

),

-- Lights (domain rule of progress against schedule): 10 points below turn yellow, 30 points red.
lit as (

    select
        *,
        case
            when not is_listed or completion_rate is null then null
            when completion_rate - schedule_rate > -0.10 then '绿'
            when completion_rate - schedule_rate >= -0.30 then '黄'
            else '红'
        end as light
    from measured

)

select * from lit
