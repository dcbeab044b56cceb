-- 由 taizhang generate 生成，请勿手改：sources/landing/schema.py
with source as (

    select * from {{ source('landing', '_builds') }}

),

selected as (

    select
        cast(as_of as timestamp) as as_of,
        code
    from source

)

select * from selected
