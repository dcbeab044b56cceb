-- An answer holds for one value, what it was compared with and one version of the rule; a waiver also for a time.
-- What it was compared with counts where it is a cell; what many others say (a median) may move without asking again.
with compared as (

    select
        answers.*,
        findings.rule,
        findings.level,
        findings.form,
        findings.department,
        findings.period,
        findings.submission_id,
        findings.message,
        findings.value as value_now,
        findings.expected as expected_now,
        findings.basis as basis_now,
        findings.rule_version as rule_version_now,
        findings.known_at,
        last_release.as_of,
        {{ differs('answers.value', 'findings.value') }} as is_other_value,
        answers.expected is not null
        and (findings.other_submission_id is not null or findings.found_by = 'submission')
        and {{ differs('answers.expected', 'findings.expected') }} as is_other_side,
        answers.basis is not null and {{ differs('answers.basis', 'findings.basis') }} as is_other_row,
        {{ differs('answers.rule_version', 'findings.rule_version') }} as is_other_version,
        coalesce(answers.valid_until < cast(last_release.as_of as date), false) as is_expired
    from {{ ref('int_finding_answers') }} as answers
    inner join {{ ref('int_findings_open') }} as findings
        on answers.finding_id = findings.finding_id
    cross join {{ ref('int_last_release') }} as last_release

),

lapses as (

    select
        *,
        is_other_value or is_other_side or is_other_row or is_other_version or is_expired as is_lapsed,
        case when kind = 'waiver' then '豁免' else '核实说明' end
        || case
            when not (is_other_value or is_other_side or is_other_row or is_other_version or is_expired) then null
            when is_other_value
                then '针对的值是' || coalesce('“' || value || '”', '空') || '，现为' || coalesce('“' || value_now || '”', '空')
            when is_other_side then '对照的是“' || expected || '”，现为' || coalesce('“' || expected_now || '”', '空')
            when is_other_row then '针对的同一行是“' || basis || '”，现为' || coalesce('“' || basis_now || '”', '空')
            when is_other_version then '针对的是规则第' || rule_version || '版，现为第' || rule_version_now || '版'
            else '已于' || coalesce(cast(valid_until as varchar), '') || '到期'
        end || '，请重新说明。' as why
    from compared

)

select * from lapses
