-- What people decide names no form: it is that of the finding. What is not known at all is not shown either.
with events as (

    select
        known.*,
        forms.form_title,
        coalesce(findings.is_restricted, true) as is_restricted
    from {{ ref('int_finding_events_known') }} as known
    left join {{ ref('dim_findings') }} as findings
        on known.finding_id = findings.finding_id
    left join {{ ref('dim_forms') }} as forms
        on known.form = forms.form

),

final as (

    select
        event_id,
        finding_id,
        event,
        happened_at,
        decided_by,
        cause,
        {{ masked('why') }} as why,
        rule_version,
        {{ masked('value') }} as value,
        rule,
        level,
        form,
        department,
        period,
        submission_id,
        {{ masked_message('message') }} as message,
        decision_id,
        sequence,
        is_new,
        is_restricted
    from events

)

select * from final
