with findings as (

    select
        known.*,
        forms.form_title,
        forms.restricted_schema is not null as is_restricted
    from {{ ref('int_findings_known') }} as known
    left join {{ ref('dim_forms') }} as forms
        on known.form = forms.form

),

final as (

    select
        finding_row_id,
        finding_id,
        found_by,
        rule,
        level,
        {{ masked_message('message') }} as message,
        form,
        department,
        period,
        submission_id,
        sheet,
        row,
        cell,
        field,
        title,
        {{ masked('value') }} as value,
        {{ masked('expected') }} as expected,
        {{ masked('difference') }} as difference,
        other_submission_id,
        other_sheet,
        other_cell,
        {{ masked('row_key') }} as row_key,
        {{ masked('basis') }} as basis,
        is_open,
        is_in_force,
        is_trial,
        rule_version,
        asked_department,
        status,
        {{ masked('status_reason') }} as status_reason,
        cause,
        opened_at,
        age_workdays,
        times_reopened,
        group_id,
        is_restricted
    from findings

)

select * from final
