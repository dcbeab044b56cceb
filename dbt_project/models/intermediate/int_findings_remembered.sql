with threads as (

    select
        finding_id,
        min(case when event = 'opened' then happened_at end) as opened_at,
        max(case when event in ('opened', 'reopened') then happened_at end) as open_since,
        max(case when event = 'resolved' then happened_at end) as resolved_at,
        sum(case when event = 'reopened' then 1 else 0 end) as times_reopened,
        max(case when event in ('opened', 'reopened') and is_new then 1 else 0 end) as is_new
    from {{ ref('int_finding_events_known') }}
    where sequence is not null
    group by finding_id

),

last_events as (

    select
        *,
        row_number() over (partition by finding_id order by sequence desc, happened_at desc, event_id desc) as recency
    from {{ ref('int_finding_events_known') }}
    where event in ('opened', 'changed', 'reopened', 'resolved')

),

causes as (

    select
        finding_id,
        cause,
        row_number() over (partition by finding_id order by sequence desc, happened_at desc, event_id desc) as recency
    from {{ ref('int_finding_events_known') }}
    where event in ('opened', 'reopened')

),

explanations as (

    select
        answers.*,
        lapses.is_lapsed,
        lapses.why
    from {{ ref('int_finding_answers') }} as answers
    left join {{ ref('int_finding_lapses') }} as lapses
        on answers.decision_id = lapses.decision_id

),

joined as (

    select
        last_events.finding_id,
        last_events.rule,
        last_events.rule_version,
        last_events.level,
        last_events.form,
        last_events.department,
        last_events.period,
        last_events.submission_id,
        last_events.value,
        last_events.message,
        last_events.event = 'resolved' as is_resolved,
        causes.cause,
        threads.opened_at,
        threads.open_since,
        case when last_events.event = 'resolved' then threads.resolved_at end as resolved_at,
        cast(threads.times_reopened as bigint) as times_reopened,
        threads.is_new,
        said.decision_id as explanation_id,
        said.reason as explanation,
        said.decided_by as explained_by,
        said.is_lapsed as is_explanation_lapsed,
        said.ruling,
        said.ruling_reason,
        said.why as explanation_lapse,
        waived.decision_id as waiver_id,
        waived.valid_until as waived_until,
        waived.is_lapsed as is_waiver_lapsed,
        waived.why as waiver_lapse,
        cast(last_release.as_of as date) as today
    from last_events
    inner join threads
        on last_events.finding_id = threads.finding_id
    inner join causes
        on last_events.finding_id = causes.finding_id and causes.recency = 1
    left join explanations as said
        on last_events.finding_id = said.finding_id and said.kind = 'explanation'
    left join explanations as waived
        on last_events.finding_id = waived.finding_id and waived.kind = 'waiver'
    cross join {{ ref('int_last_release') }} as last_release
    where last_events.recency = 1

),

stated as (

    select
        *,
        case
            when is_resolved then 'resolved'
            when waiver_id is not null and not is_waiver_lapsed then 'waived'
            when explanation_id is not null and not is_explanation_lapsed and ruling = 'acceptance' then 'accepted'
            when explanation_id is not null and not is_explanation_lapsed and ruling = 'return' then 'returned'
            when explanation_id is not null and not is_explanation_lapsed then 'explained'
            when explanation_id is not null or waiver_id is not null then 'lapsed'
            when times_reopened > 0 then 'reopened'
            when is_new = 1 then 'new'
            else 'open'
        end as status
    from joined

),

final as (

    select
        stated.finding_id,
        stated.status,
        stated.rule,
        stated.rule_version,
        stated.level,
        stated.form,
        stated.department,
        stated.period,
        stated.submission_id,
        stated.value,
        stated.message,
        stated.cause,
        stated.opened_at,
        stated.open_since,
        stated.resolved_at,
        stated.times_reopened,
        last_days.workday_number - first_days.workday_number as age_workdays,
        stated.explanation,
        stated.explained_by,
        stated.explanation_id,
        stated.waiver_id,
        stated.waived_until,
        case
            when stated.status = 'lapsed' then coalesce(stated.explanation_lapse, stated.waiver_lapse)
            when stated.status = 'returned' then stated.ruling_reason
        end as status_reason
    from stated
    left join {{ ref('dim_days') }} as first_days
        on cast(stated.open_since as date) = first_days.day
    left join {{ ref('dim_days') }} as last_days
        on cast(coalesce(stated.resolved_at, stated.today) as date) = last_days.day

)

select * from final
