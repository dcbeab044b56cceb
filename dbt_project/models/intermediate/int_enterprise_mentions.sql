-- 由 taizhang generate 生成，请勿手改：sources/forms
with mentioned as (

    select
        uscc,
        owner_name as enterprise_name
    from {{ ref('stg_projects__key_projects') }}
    union all
    select
        uscc,
        investor_name as enterprise_name
    from {{ ref('stg_investment__talks') }}
    union all
    select
        cast(null as varchar) as uscc,
        part as enterprise_name
    from ({{ parts_of(ref('stg_investment__outreach'), 'visited_enterprises') }}) as listed
    union all
    select
        uscc,
        enterprise_name
    from {{ ref('stg_investment__signings') }}
    union all
    select
        uscc,
        enterprise_name
    from {{ ref('stg_projects__project_performance') }}
    union all
    select
        uscc,
        owner_name as enterprise_name
    from {{ ref('stg_investment__carriers') }}
    union all
    select
        cast(null as varchar) as uscc,
        part as enterprise_name
    from ({{ parts_of(ref('stg_investment__carriers'), 'tenant_names') }}) as listed
    union all
    select
        tenant_uscc as uscc,
        cast(null as varchar) as enterprise_name
    from {{ ref('stg_investment__carriers') }}
    union all
    select
        uscc,
        enterprise_name
    from {{ ref('stg_investment__carrier_tenants') }}
    union all
    select
        uscc,
        enterprise_name
    from {{ ref('stg_enterprises__enterprises') }}
    union all
    select
        parent_uscc as uscc,
        cast(null as varchar) as enterprise_name
    from {{ ref('stg_enterprises__enterprises') }}
    union all
    select
        uscc,
        enterprise_name
    from {{ ref('stg_enterprises__enterprise_titles') }}
    union all
    select
        uscc,
        enterprise_name
    from {{ ref('stg_projects__industrial_months') }}
    union all
    select
        uscc,
        enterprise_name
    from {{ ref('stg_enterprises__appeals') }}
    union all
    select
        uscc,
        enterprise_name
    from {{ ref('stg_projects__upgrade_subsidies') }}
    union all
    select
        uscc,
        enterprise_name
    from {{ ref('stg_finance__key_taxpayers') }}
    union all
    select
        uscc,
        tenant_name as enterprise_name
    from {{ ref('stg_finance__leases') }}
    union all
    select
        cast(null as varchar) as uscc,
        part as enterprise_name
    from ({{ parts_of(ref('stg_party__party_organizations'), 'enterprise_names') }}) as listed
    union all
    select
        uscc,
        enterprise_name
    from {{ ref('stg_party__enterprise_party_building') }}
    union all
    select
        cast(null as varchar) as uscc,
        part as enterprise_name
    from ({{ parts_of(ref('stg_party__party_alliances'), 'member_names') }}) as listed

),

mentions as (

    select
        {{ key_of(['uscc', 'enterprise_name']) }} as mention_id,
        uscc,
        enterprise_name,
        cast(count(*) as bigint) as mention_count
    from mentioned
    where
        uscc is not null
        or enterprise_name is not null
    group by uscc, enterprise_name

)

select * from mentions
