-- 由 taizhang generate 生成，请勿手改：sources/forms
with mentioned as (

    select
        cast(null as varchar) as project_no,
        project_code,
        project_name,
        owner_name,
        1 as is_declared
    from {{ ref('stg_projects__key_projects') }}
    union all
    select
        project_no,
        cast(null as varchar) as project_code,
        project_name,
        investor_name as owner_name,
        1 as is_declared
    from {{ ref('stg_investment__talks') }}
    union all
    select
        part as project_no,
        cast(null as varchar) as project_code,
        cast(null as varchar) as project_name,
        cast(null as varchar) as owner_name,
        0 as is_declared
    from ({{ parts_of(ref('stg_investment__outreach'), 'project_nos') }}) as listed
    union all
    select
        project_no,
        cast(null as varchar) as project_code,
        project_name,
        enterprise_name as owner_name,
        1 as is_declared
    from {{ ref('stg_investment__signings') }}
    union all
    select
        project_no,
        project_code,
        project_name,
        cast(null as varchar) as owner_name,
        1 as is_declared
    from {{ ref('stg_projects__project_milestones') }}
    union all
    select
        project_no,
        project_code,
        project_name,
        enterprise_name as owner_name,
        1 as is_declared
    from {{ ref('stg_projects__project_performance') }}
    union all
    select
        reserved_project_no as project_no,
        cast(null as varchar) as project_code,
        cast(null as varchar) as project_name,
        cast(null as varchar) as owner_name,
        0 as is_declared
    from {{ ref('stg_investment__carriers') }}
    union all
    select
        project_no,
        cast(null as varchar) as project_code,
        cast(null as varchar) as project_name,
        cast(null as varchar) as owner_name,
        0 as is_declared
    from {{ ref('stg_enterprises__appeals') }}
    union all
    select
        cast(null as varchar) as project_no,
        project_code,
        project_name,
        enterprise_name as owner_name,
        1 as is_declared
    from {{ ref('stg_projects__upgrade_subsidies') }}
    union all
    select
        project_no,
        cast(null as varchar) as project_code,
        cast(null as varchar) as project_name,
        cast(null as varchar) as owner_name,
        0 as is_declared
    from {{ ref('stg_finance__debts') }}

),

mentions as (

    select
        {{ key_of(['project_no', 'project_code', 'project_name', 'owner_name']) }} as mention_id,
        project_no,
        project_code,
        project_name,
        owner_name,
        max(is_declared) = 1 as is_declared,
        cast(count(*) as bigint) as mention_count
    from mentioned
    where
        project_no is not null
        or project_code is not null
        or project_name is not null
        or owner_name is not null
    group by project_no, project_code, project_name, owner_name

)

select * from mentions
