-- The value that the department declares against the one that the warehouse computes for the source indicator, in the
-- unit of the assessment.
with compared as (

    select
        results.*,
        indicator_values.name as source_name,
        indicator_values.value * {{ as_assessed('indicator_values.unit', 'results.indicator_unit') }} as computed_value,
        case
            when results.indicator_unit in ('%', '百分点') then 0.1
            when results.indicator_unit = '亿元' then 0.005
            when results.indicator_unit = '万元' then 0.01
            else 0
        end as tolerance
    from {{ ref('fct_assessment_results') }} as results
    left join {{ ref('indicator_values') }} as indicator_values
        on
            results.source_indicator = indicator_values.indicator_id
            and results.period = indicator_values.period
            and indicator_values.scope = '全区'

)

select * from compared
