-- 由 taizhang generate 生成，请勿手改：sources/landing/schema.py
with source as (

    select * from {{ source('ledger', 'indicator_values') }}

),

selected as (

    select
        release_id,
        cast(published_at as timestamp) as published_at,
        indicator_id,
        name,
        unit,
        period,
        scope,
        cast(figure as decimal(18, 6)) as figure,
        cast(target as decimal(18, 6)) as target,
        status,
        cast(known_at as timestamp) as known_at,
        cast(rejudged_at as timestamp) as rejudged_at,
        submissions,
        corrections,
        decisions,
        code
    from source

)

select * from selected
