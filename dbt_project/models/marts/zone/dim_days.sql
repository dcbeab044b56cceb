with known_years as (

    select
        min(year) as first_year,
        max(year) as last_year
    from {{ ref('calendar_years') }}

),

days as (

    {{ days_between(
        "(select cast(first_year as varchar) || '-01-01' from known_years)",
        "(select cast(last_year as varchar) || '-12-31' from known_years)"
    ) }}

),

-- A year without a published schedule has no days here: nothing is guessed about it.
scheduled as (

    select
        days.day,
        coalesce(exceptions.is_workday, {{ weekday('days.day') }} <= 5) as is_workday,
        exceptions.holiday as holiday_name
    from days
    inner join {{ ref('calendar_years') }} as years
        on extract(year from days.day) = years.year
    left join {{ ref('calendar_exceptions') }} as exceptions
        on days.day = exceptions.day

),

counted as (

    select
        day,
        substr(cast(day as varchar), 1, 4) as year,
        substr(cast(day as varchar), 1, 4) || '-Q' || cast(extract(quarter from day) as varchar) as quarter,
        {{ month_of('day') }} as month,
        {{ month_of('day') }} || case when extract(day from day) <= 15 then '-H1' else '-H2' end as half_month,
        cast({{ weekday('day') }} as bigint) as weekday,
        is_workday,
        holiday_name,
        cast(sum(case when is_workday then 1 else 0 end) over (order by day) as bigint) as workday_number,
        min(case when is_workday then day end) over (
            order by day rows between current row and unbounded following
        ) as next_workday
    from scheduled

)

select * from counted
