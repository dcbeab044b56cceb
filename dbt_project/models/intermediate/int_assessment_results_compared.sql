-- The value that the department declares against the one that the warehouse computes for the source indicator, in the
-- unit of the assessment. What is told by several scopes has no one value to compare with.
with figures as (

    select
        computed.indicator_id,
        computed.period,
        min(indicators.name) as name,
        min(indicators.unit) as unit,
        min(computed.value) as value
    from {{ ref('int_indicators_computed') }} as computed
    inner join {{ ref('dim_indicators') }} as indicators
        on computed.indicator_id = indicators.indicator_id
    where computed.value is not null
    group by computed.indicator_id, computed.period
    having count(*) = 1

),

compared as (

    select
        results.*,
        figures.name as source_name,
        figures.value * {{ as_assessed('figures.unit', 'results.indicator_unit') }} as computed_value,
        case
            when results.indicator_unit in ('%', '百分点') then 0.1
            when results.indicator_unit = '亿元' then 0.005
            when results.indicator_unit = '万元' then 0.01
            else 0
        end as tolerance
    from {{ ref('fct_assessment_results') }} as results
    left join figures
        on results.source_indicator = figures.indicator_id and results.period = figures.period

)

select * from compared
