-- A project stands once at its highest level: the three levels together are all projects.
with levels as (

    select
        period,
        sum(case when indicator_id = 'Z01' then value else 0 end) as projects,
        sum(case when indicator_id in ('Z02a', 'Z02b', 'Z02c') then value else 0 end) as by_level
    from {{ ref('indicator_values') }}
    group by period

)

select * from levels
where projects <> by_level
