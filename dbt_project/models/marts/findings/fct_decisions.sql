-- An answer names no form: it is that of the finding which it, or the answer that it is about, was given for.
with decisions as (

    select
        decisions.*,
        findings.is_restricted as is_of_restricted_finding,
        coalesce(decisions.finding_id, about.finding_id) is not null as is_about_finding
    from {{ ref('stg_inbox__decisions') }} as decisions
    left join {{ ref('stg_inbox__decisions') }} as about
        on decisions.refers_to = about.decision_id
    left join {{ ref('dim_findings') }} as findings
        on coalesce(decisions.finding_id, about.finding_id) = findings.finding_id

),

judged as (

    select
        decisions.*,
        forms.restricted_schema is not null
        or coalesce(decisions.is_of_restricted_finding, decisions.is_about_finding) as is_restricted
    from decisions
    left join {{ ref('dim_forms') }} as forms
        on decisions.form = forms.form

),

final as (

    select
        decision_id,
        kind,
        taken_at,
        decided_by,
        role,
        {{ masked('reason') }} as reason,
        finding_id,
        rule,
        rule_version,
        {{ masked('value') }} as value,
        submission_id,
        refers_to,
        approver,
        {{ masked('evidence') }} as evidence,
        valid_until,
        form,
        department,
        period,
        is_withdrawn,
        {{ masked('content') }} as content,
        is_restricted
    from judged

)

select * from final
