-- What this build publishes, with all that may explain a later difference: the ledger keeps these rows.
with rests_on as (

    select
        indicator_id,
        period,
        {{ joined('submission_id', 'submission_id') }} as submissions,
        {{ joined('correction_id', 'correction_id') }} as corrections,
        max(known_at) as known_at,
        max(rejudged_at) as rejudged_at
    from {{ ref('int_indicator_inputs') }}
    group by indicator_id, period

),

-- Decisions that move figures without a new submission: what is in force, and who is who.
decided as (

    select {{ joined('decision_id', 'decision_id') }} as decisions
    from {{ ref('stg_inbox__decisions') }}
    where
        not is_withdrawn
        and (kind in ('period_lock', 'period_unlock', 'correction_approval') or kind like 'identity%')

),

builds as (

    select max(code) as code from {{ ref('stg_inbox__builds') }}

)

select
    figures.indicator_id,
    figures.name,
    figures.unit,
    figures.period,
    figures.scope,
    figures.value as figure,
    figures.target,
    figures.status,
    last_release.as_of as published_at,
    rests_on.known_at,
    rests_on.rejudged_at,
    rests_on.submissions,
    rests_on.corrections,
    decided.decisions,
    builds.code
from {{ ref('indicator_values') }} as figures
cross join {{ ref('int_last_release') }} as last_release
cross join decided
cross join builds
left join rests_on
    on
        figures.indicator_id = rests_on.indicator_id
        and figures.period = rests_on.period
