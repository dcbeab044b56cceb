with deadline_moved as (

    select
        *,
        case when extended_end_date is null then 'planned_end_date' else 'extended_end_date' end as field,
        '完成时限' as what,
        cast(claimed_end_date as varchar) as new_value,
        cast(previous_end_date as varchar) as old_value,
        'planned_end_date' as other_field,
        '先提交延期申请（未见延期批准）' as remedy
    from {{ ref('int_reform_tasks_compared') }}
    where claimed_end_date <> previous_end_date and not is_extended

),

completion_fallen as (

    select
        *,
        'completion_rate' as field,
        '完成度' as what,
        {{ shown_percent('shown_completion_rate') }} as new_value,
        {{ shown_percent('previous_completion_rate') }} as old_value,
        'completion_rate' as other_field,
        '更正，或说明完成度倒退的原因' as remedy
    from {{ ref('int_reform_tasks_compared') }}
    where shown_completion_rate < previous_completion_rate

),

changed as (

    select * from deadline_moved
    union all
    select * from completion_fallen

),

failing as (

    select
        form,
        department,
        period,
        submission_id,
        sheet,
        sheet_row,
        field,
        row_key,
        new_value as value,
        old_value as expected,
        cast(null as varchar) as difference,
        previous_submission_id as other_submission_id,
        previous_form as other_form,
        previous_sheet as other_sheet,
        previous_sheet_row as other_row,
        other_field,
        what,
        new_value,
        old_value,
        remedy
    from changed

),

{{ findings({'what': 'what', 'old': 'old_value', 'new': 'new_value', 'remedy': 'remedy'}) }}
