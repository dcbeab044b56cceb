with failing as (

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
    from {{ ref('int_assessment_results_compared') }}
    where abs(declared_value - computed_value) > tolerance

),

{{ findings({'a': 'declared_said', 'b': 'computed_said', 'source': 'source_said'}) }}
