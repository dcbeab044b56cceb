with findings as (

    select
        remembered.*,
        forms.form_title,
        forms.restricted_schema is not null as is_restricted
    from {{ ref('int_findings_remembered') }} as remembered
    left join {{ ref('dim_forms') }} as forms
        on remembered.form = forms.form

),

final as (

    select
        finding_id,
        status,
        rule,
        rule_version,
        level,
        form,
        department,
        period,
        submission_id,
        {{ masked('value') }} as value,
        {{ masked_message('message') }} as message,
        cause,
        opened_at,
        open_since,
        resolved_at,
        times_reopened,
        age_workdays,
        {{ masked('explanation') }} as explanation,
        explained_by,
        explanation_id,
        waiver_id,
        waived_until,
        {{ masked('status_reason') }} as status_reason,
        is_restricted
    from findings

)

select * from final
