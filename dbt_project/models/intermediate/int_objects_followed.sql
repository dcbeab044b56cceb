-- The lists that go on from period to period: what stood in the last filing and may not just be left out of the next.
with projects as (

    {{ followed(
        none,
        ['project_id'],
        ['project_name', 'year_status'],
        "select project_id, project_name, year_status, form, department, period, submission_id, sheet, sheet_row,"
        ~ " project_id as row_key from " ~ ref('fct_project_months'),
    ) }}

),

firms as (

    {{ followed(ref('stg_projects__industrial_months'), ['uscc'], ['enterprise_name']) }}

),

-- Firms that the cultivation list strikes off may leave.
struck_off as (

    select distinct
        period,
        split_part(row_key, '|', 1) as uscc
    from {{ ref('fct_enterprise_titles') }}
    where title = 'above_scale' and (stage = '取消' or exit_reason is not null)

),

tasks as (

    {{ followed(
        none,
        ['year', 'task_no'],
        ['task_name', 'task_status'],
        "select year, task_no, task_name, task_status, form, department, period, submission_id, sheet, sheet_row,"
        ~ " cast(year as varchar) || '|' || task_no as row_key from " ~ ref('fct_reform_tasks'),
    ) }}

),

leases as (

    {{ followed(ref('stg_finance__leases'), ['contract_no'], ['tenant_name', 'lease_status']) }}

),

objects as (

    select
        {{ followed_place('projects') }},
        projects.previous_project_name as object_name,
        projects.is_same_year and projects.previous_year_status not in ('竣工投产', '停建', '退出') as is_expected
    from projects
    union all
    select
        {{ followed_place('firms') }},
        firms.previous_enterprise_name as object_name,
        firms.is_same_year and struck_off.uscc is null as is_expected
    from firms
    left join struck_off
        on firms.uscc = struck_off.uscc and firms.period = struck_off.period
    union all
    select
        {{ followed_place('tasks') }},
        tasks.previous_task_name as object_name,
        tasks.is_same_year and tasks.previous_task_status not in ('完成', '取消') as is_expected
    from tasks
    union all
    select
        {{ followed_place('assets') }},
        assets.previous_asset_name as object_name,
        assets.previous_disposal is null as is_expected
    from {{ ref('int_platform_assets_followed') }} as assets
    union all
    select
        {{ followed_place('leases') }},
        leases.contract_no || '（' || leases.previous_tenant_name || '）' as object_name,
        leases.previous_lease_status <> '解除' as is_expected
    from leases

)

select * from objects
