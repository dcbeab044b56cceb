with reported as (

    {{ latest_rows(ref('stg_projects__project_performance'), ['project_no']) }}

),

identified as (

    select
        reported.*,
        enterprise.enterprise_id,
        project.project_id
    from reported
    {{ join_enterprise('reported.uscc', 'reported.enterprise_name') }}
    {{ join_project(
        number='reported.project_no', code='reported.project_code', name='reported.project_name', owner='reported.enterprise_name'
    ) }}

),

project_performance as (

    select
        {{ key_of(['project_no', 'period']) }} as project_performance_id,
        project_id,
        enterprise_id,
        enterprise_id is not null as is_registered,
        period,
        period_start,
        period_end,
        department,
        '全区' as scope,
        project_no,
        project_name,
        project_code,
        enterprise_name,
        uscc,
        land_mu,
        agreed_fixed_investment_wan,
        actual_fixed_investment_wan,
        agreed_start_date,
        actual_start_date,
        agreed_end_date,
        actual_end_date,
        agreed_production_date,
        actual_production_date,
        agreed_full_capacity_date,
        actual_full_capacity_date,
        deposit_wan,
        breach_clause,
        measures,
        acceptance_result,
        land_cost_wan,
        developed_land_mu,
        is_stopped,
        stopped_since_date,
        acceptance_result is not null as is_checked,
        coalesce(acceptance_result = '达标', false) as is_met,
        coalesce(
            agreed_start_date <= period_end
            and coalesce(actual_start_date > agreed_start_date, true),
            false
        ) as is_start_overdue,
        coalesce(
            agreed_end_date <= period_end
            and coalesce(actual_end_date > agreed_end_date, true),
            false
        ) as is_completion_overdue,
        coalesce(
            agreed_production_date <= period_end
            and coalesce(actual_production_date > agreed_production_date, true),
            false
        ) as is_production_overdue,
        coalesce(
            agreed_full_capacity_date <= period_end
            and coalesce(actual_full_capacity_date > agreed_full_capacity_date, true),
            false
        ) as is_full_capacity_overdue,
        cast(actual_fixed_investment_wan / nullif(agreed_fixed_investment_wan, 0) as decimal(18, 6)) as investment_rate,
        cast(developed_land_mu / nullif(land_mu, 0) as decimal(18, 6)) as developed_rate,
        actual_start_date is null
        and coalesce({{ plus_months('agreed_start_date', 12) }} <= period_end, false) as is_idle_unstarted,
        coalesce(is_stopped, false)
        and coalesce({{ plus_months('stopped_since_date', 12) }} <= period_end, false)
        and coalesce(
            developed_land_mu * 3 < land_mu or actual_fixed_investment_wan * 4 < agreed_fixed_investment_wan, false
        ) as is_idle_stopped,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from identified

)

select * from project_performance
