with counted as (

    select
        form,
        department,
        period,
        submission_id,
        min(sheet) as sheet,
        min(previous_submission_id) as previous_submission_id,
        sum(case when is_expected then 1 else 0 end) as expected_count,
        sum(case when is_expected and is_followed then 1 else 0 end) as followed_count,
        {{ joined('case when is_expected and not is_followed then object_name end', 'object_name') }} as missing_names
    from {{ ref('int_objects_followed') }}
    group by form, department, period, submission_id

),

failing as (

    select
        form,
        department,
        period,
        submission_id,
        sheet,
        cast(null as bigint) as sheet_row,
        '' as row_key,
        cast(null as varchar) as field,
        cast(followed_count as varchar) as value,
        cast(expected_count as varchar) as expected,
        cast(followed_count - expected_count as varchar) as difference,
        previous_submission_id as other_submission_id,
        cast(null as varchar) as other_form,
        cast(null as varchar) as other_sheet,
        cast(null as bigint) as other_row,
        cast(null as varchar) as other_field,
        cast(expected_count as varchar) as wanted,
        cast(followed_count as varchar) as found,
        missing_names
    from counted
    where followed_count < expected_count

),

{{ findings({'n': 'wanted', 'm': 'found', 'names': 'missing_names'}) }}
