-- The last explanation and the last waiver of each finding, and what became of the explanation.
with decisions as (

    select * from {{ ref('stg_inbox__decisions') }}
    where not is_withdrawn

),

answers as (

    select
        *,
        row_number() over (partition by finding_id, kind order by taken_at desc, decision_id desc) as recency
    from decisions
    where kind in ('explanation', 'waiver')

),

rulings as (

    select
        refers_to,
        kind,
        reason,
        decided_by,
        row_number() over (partition by refers_to order by taken_at desc, decision_id desc) as recency
    from decisions
    where kind in ('acceptance', 'return')

),

finding_answers as (

    select
        answers.decision_id,
        answers.finding_id,
        answers.kind,
        answers.taken_at,
        answers.decided_by,
        answers.reason,
        answers.rule_version,
        answers.value,
        answers.expected,
        answers.basis,
        answers.valid_until,
        rulings.kind as ruling,
        rulings.reason as ruling_reason,
        rulings.decided_by as ruled_by
    from answers
    left join rulings
        on answers.decision_id = rulings.refers_to and rulings.recency = 1
    where answers.recency = 1

)

select * from finding_answers
