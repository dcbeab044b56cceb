with final as (

    select
        findings.finding_row_id,
        findings.finding_id,
        findings.found_by,
        findings.rule,
        findings.level,
        findings.message,
        findings.form,
        findings.department,
        findings.period,
        findings.submission_id,
        findings.sheet,
        findings.row,
        findings.cell,
        findings.field,
        findings.title,
        findings.value,
        findings.expected,
        findings.difference,
        findings.other_submission_id,
        findings.other_sheet,
        findings.other_cell,
        findings.row_key,
        findings.basis,
        findings.is_open,
        findings.is_in_force,
        findings.is_trial,
        findings.rule_version,
        findings.asked_department,
        case
            when findings.is_trial then null
            when findings.is_open or threads.status = 'resolved' then threads.status
        end as status,
        threads.status_reason,
        threads.cause,
        threads.opened_at,
        threads.age_workdays,
        threads.times_reopened,
        {{ finding_group('findings') }} as group_id
    from {{ ref('int_findings_placed') }} as findings
    left join {{ ref('int_findings_remembered') }} as threads
        on findings.finding_id = threads.finding_id and not findings.is_trial

)

select * from final
