-- 由 taizhang generate 生成，请勿手改：sources/landing/schema.py
with source as (

    select * from {{ source('ledger', 'finding_events') }}

),

selected as (

    select
        event_id,
        cast(sequence as bigint) as sequence,
        event,
        finding_id,
        cast(happened_at as timestamp) as happened_at,
        cause,
        why,
        rule,
        rule_version,
        level,
        form,
        department,
        period,
        submission_id,
        value,
        message,
        decision_id
    from source

)

select * from selected
