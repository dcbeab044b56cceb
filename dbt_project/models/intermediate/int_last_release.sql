with markers as (

    select
        max(sequence) as sequence,
        max(happened_at) as published_at
    from {{ ref('stg_ledger__finding_events') }}
    where event = 'published'

),

builds as (

    select max(as_of) as as_of from {{ ref('stg_inbox__builds') }}

),

judged as (

    select max(judged_at) as judged_at from {{ ref('stg_inbox__submissions') }}

),

last_release as (

    select
        coalesce(markers.sequence, 0) as sequence,
        markers.published_at,
        coalesce(builds.as_of, judged.judged_at) as as_of
    from markers
    cross join builds
    cross join judged

)

select * from last_release
