with months as (

    select
        month.month,
        year.year
    from (select distinct extract(month from day) as month from {{ ref('dim_days') }}) as month
    cross join (select distinct year from {{ ref('dim_targets') }}) as year

),

dated as (

    select
        targets.*,
        months.month,
        cast(targets.year as varchar) || '-' || lpad(cast(months.month as varchar), 2, '0') as period
    from {{ ref('dim_targets') }} as targets
    inner join months
        on targets.year = months.year

),

shared as (

    select
        *,
        {{ period_start('period') }} as period_start,
        {{ period_end('period') }} as period_end,
        cast({{ share_due('curve', 'month') }} as decimal(18, 6)) as due_rate
    from dated

),

target_months as (

    select
        {{ key_of(['target_id', 'period']) }} as target_month_id,
        target_id,
        indicator_id,
        scope,
        revision,
        period,
        period_start,
        period_end,
        target,
        due_rate,
        cast(target * due_rate as decimal(18, 6)) as target_due,
        valid_from_date <= period_end and coalesce(valid_until_date >= period_end, true) as is_in_force
    from shared

)

select * from target_months
