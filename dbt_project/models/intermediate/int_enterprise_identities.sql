with mentions as (

    select
        *,
        {{ normalised_name('enterprise_name') }} as normalised_name
    from {{ ref('int_enterprise_mentions') }}

),

registered as (

    select distinct
        uscc,
        enterprise_name,
        former_names
    from ({{ rows_in_force(ref('stg_enterprises__enterprises')) }}) as in_force
    where duplicate_flag <> '删除' and uscc is not null

),

codes as (

    select distinct uscc from registered

),

former_names as (

    {{ parts_of('registered', 'former_names') }}

),

known_names as (

    select
        uscc,
        {{ normalised_name('enterprise_name') }} as normalised_name
    from registered
    union all
    select
        uscc,
        {{ normalised_name('part') }} as normalised_name
    from former_names

),

-- A name that two enterprises bear or bore says nothing.
unique_names as (

    select
        normalised_name,
        min(uscc) as uscc
    from known_names
    group by normalised_name
    having min(uscc) = max(uscc)

),

identities as (

    select
        mentions.mention_id,
        mentions.uscc,
        mentions.enterprise_name,
        case when mentions.uscc is null then unique_names.uscc else codes.uscc end as enterprise_id,
        case
            when codes.uscc is not null then '代码'
            when mentions.uscc is null and unique_names.uscc is not null then '名称'
        end as matched_by,
        mentions.mention_count
    from mentions
    left join codes
        on mentions.uscc = codes.uscc
    left join unique_names
        on mentions.normalised_name = unique_names.normalised_name

)

select * from identities
