-- Objects of the lists that are fixed for a year, each beside its last report.
with projects as (

    {{ with_previous(
        none,
        ['project_id'],
        [],
        "select *, " ~ period_start('period') ~ " as period_start from " ~ ref('int_project_rows_identified')
        ~ " where level_order = 1",
    ) }}

),

firms as (

    {{ with_previous(ref('stg_enterprises__enterprise_titles'), ['uscc'], []) }}

),

tasks as (

    {{ with_previous(ref('stg_office__reform_tasks'), ['year', 'task_no'], []) }}

),

objects as (

    select
        {{ object_place('projects') }},
        'project_name' as field,
        projects.project_name as object_name,
        projects.remark as basis
    from projects
    union all
    select
        {{ object_place('firms') }},
        'enterprise_name' as field,
        firms.enterprise_name as object_name,
        coalesce(
            firms.document_no,
            firms.certificate_no,
            firms.remark,
            case when firms.application_date is not null or firms.award_date is not null then firms.batch end
        ) as basis
    from firms
    union all
    select
        {{ object_place('tasks') }},
        'task_name' as field,
        tasks.task_name as object_name,
        coalesce(tasks.origin_document_no, tasks.remark) as basis
    from tasks

)

select * from objects
