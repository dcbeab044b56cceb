-- The value that the department declares against the one that the warehouse computes for the source indicator, in the
-- unit of the assessment.
with declared as (

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
    inner join {{ ref('indicator_values') }} as indicator_values
        on
            results.source_indicator = indicator_values.indicator_id
            and results.period = indicator_values.period
            and indicator_values.scope = '全区'

),

failing as (

    select
        form,
        department,
        period,
        submission_id,
        sheet,
        sheet_row,
        'declared_value' as field,
        row_key,
        {{ shown('declared_value') }} as value,
        {{ shown('cast(computed_value as decimal(18, 4))') }} as expected,
        {{ shown('cast(declared_value - computed_value as decimal(18, 4))') }} as difference,
        indicator_submission_id as other_submission_id,
        'assessment_indicators' as other_form,
        indicator_sheet as other_sheet,
        indicator_sheet_row as other_row,
        'source_indicator' as other_field,
        {{ shown('declared_value') }} || indicator_unit as declared_said,
        {{ shown('cast(computed_value as decimal(18, 4))') }} || indicator_unit as computed_said,
        source_indicator || ' ' || source_name as source_said
    from declared
    where abs(declared_value - computed_value) > tolerance

),

{{ findings({'a': 'declared_said', 'b': 'computed_said', 'source': 'source_said'}) }}
