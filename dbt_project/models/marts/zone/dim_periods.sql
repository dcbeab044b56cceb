with used as (

    select distinct period from {{ ref('int_submissions_in_force') }}

),

-- What a period lies in can be asked for too, whether or not anybody reports by it.
spanned as (

    select period from used
    union
    select substr(period, 1, 7) as period from used
    where period like '%-H_'
    union
    select substr(period, 1, 4) || '-Q' || cast((cast(substr(period, 6, 2) as bigint) + 2) // 3 as varchar) as period
    from used
    where period like '____-__%' and period not like '%-Q_'
    union
    select substr(period, 1, 4) as period from used

),

periods as (

    select
        period,
        case
            when length(period) = 4 then 'year'
            when period like '%-Q_' then 'quarter'
            when period like '%-H_' then 'half_month'
            else 'month'
        end as period_kind,
        {{ period_said('period') }} as period_name,
        {{ period_start('period') }} as period_start,
        {{ period_end('period') }} as period_end,
        {{ month_of(period_end('period')) }} as month,
        substr(period, 1, 4) as year,
        cast({{ year_of('period') }} - 1 as varchar) || substr(period, 5) as year_period
    from spanned

)

select * from periods
