-- What the list of key projects says of a project's start and end, beside its milestones of the same month.
with projects as (

    select
        *,
        year_status = '竣工投产' as is_finished
    from {{ ref('fct_project_months') }}

),

nodes as (

    select
        *,
        case milestone_code when 'M12' then '开工' when 'M16' then '竣工' end as node,
        row_number() over (
            partition by project_id, period, milestone_code
            order by case when is_done then 0 else 1 end, done_date, sheet_row
        ) as done_first
    from {{ ref('int_project_milestone_months') }}
    where milestone_code in ('M12', 'M16') and project_id is not null

),

compared as (

    select
        projects.form,
        projects.department,
        projects.period,
        projects.submission_id,
        projects.sheet,
        projects.sheet_row,
        projects.row_key,
        nodes.node,
        case when nodes.node = '开工' then 'is_started' else 'year_status' end as field,
        case when nodes.node = '开工' then projects.is_started else projects.is_finished end as is_said,
        nodes.is_done,
        nodes.done_date,
        {{ place_of('nodes', 'node') }}
    from projects
    inner join nodes
        on
            projects.project_id = nodes.project_id
            and projects.period = nodes.period
            and nodes.done_first = 1

)

select * from compared
