with scopes as (

    select
        name as scope,
        scope as scope_code,
        aliases,
        note as remark
    from {{ ref('scopes') }}
    union all
    select
        '全区' as scope,
        'zone' as scope_code,
        cast(null as varchar) as aliases,
        '报表没有区分口径' as remark

)

select * from scopes
