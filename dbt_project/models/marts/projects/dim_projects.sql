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

-- Every ledger that declares a project makes it one, also while it is not (or no longer) on the key list.
declared as (

    select
        project_id,
        max(project_no) as project_no,
        max(project_code) as project_code,
        max(project_name) as project_name,
        max(owner_name) as owner_name
    from {{ ref('int_project_identities') }}
    where project_id is not null and is_declared
    group by project_id

),

projects as (

    select
        declared.project_id,
        declared.project_no,
        coalesce(ranked.project_code, declared.project_code) as project_code,
        coalesce(ranked.project_name, declared.project_name) as project_name,
        coalesce(ranked.owner_name, declared.owner_name) as owner_name,
        ranked.project_id is not null as is_key_project,
        ranked.enterprise_id,
        ranked.uscc,
        ranked.project_level,
        ranked.level_group,
        ranked.list_type,
        ranked.build_nature,
        ranked.year_status,
        ranked.responsible_departments,
        ranked.leader_name,
        ranked.steward_name,
        ranked.industry,
        ranked.industry_code,
        ranked.location,
        ranked.content,
        ranked.land_mu,
        ranked.start_year,
        ranked.end_year,
        ranked.planned_start_date,
        ranked.actual_start_date,
        ranked.planned_end_date,
        ranked.actual_end_date,
        ranked.total_investment_wan,
        ranked.first_period,
        ranked.last_period,
        ranked.form,
        ranked.submission_id,
        ranked.sheet,
        ranked.sheet_row
    from declared
    left join ranked
        on declared.project_id = ranked.project_id and ranked.recency = 1

)

select * from projects
