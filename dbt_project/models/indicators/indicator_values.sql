with computed as (

    select * from {{ ref('int_indicators_computed') }}
    union all
    select * from ({{ computed_after_findings() }}) as after_findings

),

targets as (

    select * from {{ ref('fct_targets') }}
    where is_in_force

),

-- A figure is as new as the newest submission in force that feeds it, and final once all of them are locked or closed;
-- no forms: every submission of the period.
known as (

    select
        grains.grain,
        in_force.form,
        {{ period_at('grains.grain', 'in_force.period') }} as period,
        max(in_force.known_at) as known_at,
        bool_and(in_force.is_settled) as is_settled
    from {{ ref('int_filings_settled') }} as in_force
    cross join (select distinct grain from {{ ref('dim_indicators') }}) as grains
    group by all

),

vintages as (

    select
        indicators.indicator_id,
        known.period,
        max(known.known_at) as vintage,
        bool_and(known.is_settled) as is_settled
    from {{ ref('dim_indicators') }} as indicators
    inner join known
        on
            indicators.grain = known.grain
            and (
                indicators.forms = ''
                or position('、' || known.form || '、' in '、' || indicators.forms || '、') > 0
            )
    group by indicators.indicator_id, known.period

),

published as (

    select
        {{ key_of(['computed.indicator_id', 'computed.period', 'computed.scope']) }} as indicator_value_id,
        computed.indicator_id,
        indicators.name,
        indicators.unit,
        indicators.owner,
        computed.period,
        computed.scope,
        computed.value,
        coalesce(indicators.fixed_target, targets.target) as target,
        cast(computed.value / nullif(targets.target, 0) as decimal(18, 6)) as attainment_rate,
        targets.due_rate,
        cast(computed.value / nullif(targets.target, 0) - targets.due_rate as decimal(18, 6)) as schedule_gap,
        case
            when indicators.status = 'estimated' then 'estimated'
            when vintages.is_settled then 'final'
            else 'preliminary'
        end as status,
        vintages.vintage
    from computed
    inner join {{ ref('dim_indicators') }} as indicators
        on computed.indicator_id = indicators.indicator_id
    left join targets
        on
            computed.indicator_id = targets.indicator_id
            and {{ month_of(period_end('computed.period')) }} = targets.period
            and computed.scope = coalesce(targets.scope, computed.scope)
    left join vintages
        on
            computed.indicator_id = vintages.indicator_id
            and computed.period = vintages.period
    where computed.value is not null

)

select * from published
