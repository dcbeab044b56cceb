-- What this build sees that the last release did not: opens, changes, reopens, resolves. What stays gives no event.
with newest as (

    select
        form,
        department,
        period,
        max(judged_at) as judged_at,
        max(rejudged_at) as rejudged_at
    from {{ ref('stg_inbox__submissions') }}
    group by form, department, period

),

newest_of_all as (

    select max(judged_at) as judged_at from {{ ref('stg_inbox__submissions') }}

),

period_decisions as (

    select max(taken_at) as taken_at
    from {{ ref('stg_inbox__decisions') }}
    where kind in ('period_lock', 'period_unlock', 'correction_request', 'correction_approval', 'withdrawal')

),

seen as (

    select
        findings.finding_id,
        case
            when threads.finding_id is null then 'opened'
            when threads.event = 'resolved' then 'reopened'
            else 'changed'
        end as event,
        case
            when threads.finding_id is null or threads.event = 'resolved' then ''
            when {{ differs('threads.value', 'findings.value') }}
                then
                    '填报值由' || coalesce('“' || threads.value || '”', '空')
                    || '变为' || coalesce('“' || findings.value || '”', '空')
            else '规则由第' || threads.rule_version || '版变为第' || findings.rule_version || '版'
        end as what,
        findings.known_at,
        findings.rejudged_at,
        findings.rule,
        findings.rule_version,
        findings.level,
        findings.form,
        findings.department,
        findings.period,
        findings.submission_id,
        findings.value,
        findings.message
    from {{ ref('int_findings_open') }} as findings
    left join {{ ref('int_finding_threads') }} as threads
        on findings.finding_id = threads.finding_id
    where
        threads.finding_id is null
        or threads.event = 'resolved'
        or {{ differs('threads.value', 'findings.value') }}
        or {{ differs('threads.rule_version', 'findings.rule_version') }}

),

gone as (

    select
        threads.finding_id,
        'resolved' as event,
        '' as what,
        case
            when substr(threads.rule, 1, 1) in ('D', 'E') then newest_of_all.judged_at
            else newest.judged_at
        end as known_at,
        newest.rejudged_at,
        threads.rule,
        threads.rule_version,
        threads.level,
        threads.form,
        threads.department,
        threads.period,
        threads.submission_id,
        threads.value,
        threads.message
    from {{ ref('int_finding_threads') }} as threads
    cross join newest_of_all
    left join newest
        on
            not {{ differs('threads.form', 'newest.form') }}
            and not {{ differs('threads.department', 'newest.department') }}
            and not {{ differs('threads.period', 'newest.period') }}
    left join {{ ref('int_findings_open') }} as findings
        on threads.finding_id = findings.finding_id
    where findings.finding_id is null and threads.event <> 'resolved'

),

changed as (

    select * from seen
    union all
    select * from gone

),

caused as (

    select
        changed.*,
        last_release.sequence + 1 as sequence,
        last_release.as_of,
        case
            when last_release.published_at is null or changed.known_at > last_release.published_at then 'submission'
            when changed.rejudged_at > last_release.published_at then 'rule_change'
            when period_decisions.taken_at > last_release.published_at then 'decision'
            else 'rule_change'
        end as cause
    from changed
    cross join {{ ref('int_last_release') }} as last_release
    cross join period_decisions

),

finding_changes as (

    select
        {{ fingerprint(['finding_id', 'event', 'cast(sequence as varchar)']) }} as event_id,
        sequence,
        event,
        finding_id,
        case when cause = 'submission' then coalesce(known_at, as_of) else as_of end as happened_at,
        cause,
        case cause
            when 'submission' then '新的报送' when 'rule_change' then '规则变更' else '期间锁定或更正的决定'
        end
        || case event
            when 'opened' then '后发现' when 'reopened' then '后再次出现' when 'resolved' then '后不再出现' else '后'
        end || what as why,
        rule,
        rule_version,
        level,
        form,
        department,
        period,
        submission_id,
        value,
        message,
        cast(null as varchar) as decision_id
    from caused

)

select * from finding_changes
