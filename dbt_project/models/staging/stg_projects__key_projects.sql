-- 由 taizhang generate 生成，请勿手改：sources/forms/projects/key_projects.yaml
with source as (

    select * from {{ source('landing', 'key_projects') }}

),

selected as (

    select
        'key_projects' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        project_name,
        project_code,
        project_level,
        list_type,
        build_nature,
        year_status,
        owner_name,
        uscc,
        responsible_departments,
        leader_name,
        steward_name,
        industry,
        industry_code,
        location,
        content,
        cast(land_mu as decimal(18, 4)) as land_mu,
        cast(start_year as bigint) as start_year,
        cast(end_year as bigint) as end_year,
        cast(planned_start_date as date) as planned_start_date,
        cast(actual_start_date as date) as actual_start_date,
        cast(planned_end_date as date) as planned_end_date,
        cast(actual_end_date as date) as actual_end_date,
        cast(total_investment_wan as decimal(18, 4)) as total_investment_wan,
        cast(fixed_investment_wan as decimal(18, 4)) as fixed_investment_wan,
        cast(equipment_investment_wan as decimal(18, 4)) as equipment_investment_wan,
        cast(investment_prior_years_wan as decimal(18, 4)) as investment_prior_years_wan,
        cast(planned_investment_year_wan as decimal(18, 4)) as planned_investment_year_wan,
        cast(investment_month_wan as decimal(18, 4)) as investment_month_wan,
        cast(investment_ytd_wan as decimal(18, 4)) as investment_ytd_wan,
        cast(civil_investment_wan as decimal(18, 4)) as civil_investment_wan,
        cast(installation_investment_wan as decimal(18, 4)) as installation_investment_wan,
        cast(land_cost_wan as decimal(18, 4)) as land_cost_wan,
        cast(investment_total_wan as decimal(18, 4)) as investment_total_wan,
        cast(completion_rate as decimal(18, 6)) as completion_rate,
        cast(funds_in_place_wan as decimal(18, 4)) as funds_in_place_wan,
        cast(is_started as boolean) as is_started,
        progress_text,
        cast(is_in_statistics as boolean) as is_in_statistics,
        statistics_code,
        problem_text,
        next_step_text,
        remark,
        cast(statistics_investment_ytd_wan as decimal(18, 4)) as statistics_investment_ytd_wan,
        cast(statistics_investment_prior_ytd_wan as decimal(18, 4)) as statistics_investment_prior_ytd_wan,
        cast(leader_visit_count as bigint) as leader_visit_count
    from source

)

select * from selected
