with remembered as (

    select
        *,
        false as is_new
    from {{ ref('stg_ledger__finding_events') }}

),

changes as (

    select
        *,
        true as is_new
    from {{ ref('int_finding_changes') }}

),

lapses as (

    select
        {{ fingerprint(['lapses.finding_id', "'lapsed'", 'lapses.decision_id']) }} as event_id,
        last_release.sequence + 1 as sequence,
        'lapsed' as event,
        lapses.finding_id,
        last_release.as_of as happened_at,
        case
            when lapses.is_other_value then 'submission'
            when lapses.is_other_version then 'rule_change'
            else 'decision'
        end as cause,
        lapses.why,
        lapses.rule,
        lapses.rule_version_now as rule_version,
        lapses.level,
        lapses.form,
        lapses.department,
        lapses.period,
        lapses.submission_id,
        lapses.value_now as value,
        lapses.message,
        lapses.decision_id,
        true as is_new
    from {{ ref('int_finding_lapses') }} as lapses
    cross join {{ ref('int_last_release') }} as last_release
    left join remembered
        on lapses.decision_id = remembered.decision_id
    where lapses.is_lapsed and remembered.decision_id is null

),

by_runs as (

    select * from remembered
    union all
    select * from changes
    union all
    select * from lapses

),

-- Decisions tell their own events: they are in the ledger of decisions already, and not written down twice.
decided as (

    select
        decisions.decision_id,
        decisions.kind,
        decisions.taken_at,
        decisions.decided_by,
        decisions.reason,
        decisions.rule_version,
        decisions.value,
        coalesce(decisions.finding_id, about.finding_id) as finding_id
    from {{ ref('stg_inbox__decisions') }} as decisions
    left join {{ ref('stg_inbox__decisions') }} as about
        on decisions.refers_to = about.decision_id

),

by_people as (

    select
        {{ fingerprint(['finding_id', 'kind', 'decision_id']) }} as event_id,
        cast(null as bigint) as sequence,
        case kind
            when 'explanation' then 'explained'
            when 'acceptance' then 'accepted'
            when 'return' then 'returned'
            when 'waiver' then 'waived'
            else 'withdrawn'
        end as event,
        finding_id,
        taken_at as happened_at,
        decided_by,
        'decision' as cause,
        reason as why,
        rule_version,
        value,
        decision_id
    from decided
    where finding_id is not null

),

final as (

    select
        event_id,
        finding_id,
        event,
        happened_at,
        cast(null as varchar) as decided_by,
        cause,
        why,
        rule_version,
        value,
        rule,
        level,
        form,
        department,
        period,
        submission_id,
        message,
        decision_id,
        sequence,
        is_new
    from by_runs
    where event <> 'published'
    union all
    select
        by_people.event_id,
        by_people.finding_id,
        by_people.event,
        by_people.happened_at,
        by_people.decided_by,
        by_people.cause,
        by_people.why,
        by_people.rule_version,
        by_people.value,
        cast(null as varchar) as rule,
        cast(null as varchar) as level,
        cast(null as varchar) as form,
        cast(null as varchar) as department,
        cast(null as varchar) as period,
        cast(null as varchar) as submission_id,
        cast(null as varchar) as message,
        by_people.decision_id,
        by_people.sequence,
        false as is_new
    from by_people

)

select * from final
