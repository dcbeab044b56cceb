with computed as (

    {{ computed_indicators() }}

),

assessed as (

    {{ rows_in_force(ref('stg_office__assessment_indicators')) }}

),

-- The target of a year is the assessment's, in the indicator's unit, as long as all assessments of it agree.
targets as (

    select
        assessed.source_indicator as indicator_id,
        assessed.period as target_year,
        cast(
            min(assessed.target_value * {{ as_published('assessed.indicator_unit', 'indicators.unit') }})
            as decimal(18, 6)
        ) as target
    from assessed
    inner join {{ ref('dim_indicators') }} as indicators
        on assessed.source_indicator = indicators.indicator_id
    group by assessed.source_indicator, assessed.period
    having
        min(assessed.target_value) = max(assessed.target_value)
        and min(assessed.indicator_unit) = max(assessed.indicator_unit)

),

-- A figure is as new as the newest submission in force that feeds it; no forms: every submission of the period.
vintages as (

    select
        indicators.indicator_id,
        in_force.period,
        max(in_force.known_at) as vintage,
        min(case when in_force.is_settled then 1 else 0 end) as settled_rank
    from {{ ref('dim_indicators') }} as indicators
    inner join {{ ref('int_filings_settled') }} as in_force
        on
            indicators.forms = ''
            or position('、' || in_force.form || '、' in '、' || indicators.forms || '、') > 0
    group by indicators.indicator_id, in_force.period

),

published as (

    select
        {{ key_of(['computed.indicator_id', 'computed.period', "'全区'"]) }} as indicator_value_id,
        computed.indicator_id,
        indicators.name,
        indicators.unit,
        indicators.owner,
        computed.period,
        '全区' as scope,
        computed.value,
        coalesce(indicators.fixed_target, targets.target) as target,
        case
            when indicators.status = 'forecast' then 'estimated'
            when vintages.settled_rank = 1 then 'final'
            else 'preliminary'
        end as status,
        vintages.vintage
    from computed
    inner join {{ ref('dim_indicators') }} as indicators
        on computed.indicator_id = indicators.indicator_id
    left join targets
        on
            computed.indicator_id = targets.indicator_id
            and substr(computed.period, 1, 4) = targets.target_year
    left join vintages
        on
            computed.indicator_id = vintages.indicator_id
            and computed.period = vintages.period
    where computed.value is not null

)

select * from published
