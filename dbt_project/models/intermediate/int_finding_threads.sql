-- Where the last release left each finding: its last event that opened, changed or closed it.
with ranked as (

    select
        *,
        row_number() over (partition by finding_id order by sequence desc, happened_at desc, event_id desc) as recency
    from {{ ref('stg_ledger__finding_events') }}
    where event in ('opened', 'changed', 'reopened', 'resolved')

),

threads as (

    select * from ranked
    where recency = 1

)

select * from threads
