with registered as (

    select
        uscc as enterprise_id,
        enterprise_name,
        former_names,
        period
    from ({{ rows_in_force(ref('stg_enterprises__enterprises')) }}) as in_force
    where duplicate_flag <> '删除' and uscc is not null

),

former as (

    select
        enterprise_id,
        trim(part) as enterprise_name
    from ({{ parts_of('registered', 'former_names') }}) as listed

),

called as (

    select
        enterprise_id,
        enterprise_name,
        1 as kind_order,
        period
    from registered
    union all
    select
        enterprise_id,
        enterprise_name,
        2 as kind_order,
        null as period
    from former
    union all
    select
        enterprise_id,
        enterprise_name,
        3 as kind_order,
        null as period
    from {{ ref('int_enterprise_identities') }}
    where enterprise_id is not null

),

latest as (

    select
        enterprise_id,
        max(period) as last_period
    from registered
    group by enterprise_id

),

named as (

    select
        enterprise_id,
        enterprise_name,
        min(kind_order) as kind_order,
        min(period) as first_period,
        max(period) as last_period
    from called
    where enterprise_name <> ''
    group by enterprise_id, enterprise_name

),

enterprise_names as (

    select
        {{ key_of(['named.enterprise_id', 'named.enterprise_name']) }} as enterprise_name_id,
        named.enterprise_id,
        named.enterprise_name,
        case named.kind_order when 1 then '登记名称' when 2 then '曾用名' else '报送写法' end as name_kind,
        named.first_period,
        named.last_period,
        coalesce(named.last_period = latest.last_period, false) as is_current
    from named
    inner join latest
        on named.enterprise_id = latest.enterprise_id

)

select * from enterprise_names
