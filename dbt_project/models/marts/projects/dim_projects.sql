with project_rows as (

    select * from {{ ref('int_project_rows_identified') }}
    where level_order = 1

),

ranked as (

    select
        *,
        min(period) over (partition by project_id) as first_period,
        max(period) over (partition by project_id) as last_period,
        row_number() over (partition by project_id order by period desc) as recency
    from project_rows

),

projects as (

    select
        project_id,
        project_code,
        project_name,
        owner_name,
        uscc,
        project_level,
        level_group,
        list_type,
        build_nature,
        year_status,
        responsible_departments,
        leader_name,
        steward_name,
        industry,
        industry_code,
        location,
        content,
        land_mu,
        start_year,
        end_year,
        planned_start_date,
        actual_start_date,
        planned_end_date,
        actual_end_date,
        total_investment_wan,
        first_period,
        last_period,
        form,
        submission_id,
        sheet,
        sheet_row
    from ranked
    where recency = 1

)

select * from projects
