with failing as (

    select
        form,
        department,
        period,
        submission_id,
        sheet,
        cast(null as bigint) as sheet_row,
        cast(null as varchar) as field,
        cast(null as varchar) as row_key,
        file as value,
        cast(null as varchar) as expected,
        cast(null as varchar) as difference,
        cast(null as varchar) as other_submission_id,
        cast(null as varchar) as other_form,
        cast(null as varchar) as other_sheet,
        cast(null as bigint) as other_row,
        cast(null as varchar) as other_field,
        {{ day_said('locked_at') }} as locked_on,
        submission_id as waiting
    from {{ ref('int_submissions_accepted') }}
    where not may_take_force

),

{{ findings({'locked': 'locked_on', 'submission': 'waiting'}) }}
