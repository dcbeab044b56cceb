-- 由 taizhang generate 生成，请勿手改：sources/landing/schema.py
with source as (

    select * from {{ source('landing', '_submissions') }}

),

selected as (

    select
        submission_id,
        form,
        department,
        period,
        sheet,
        file,
        sha256,
        cast(received_at as timestamp) as received_at,
        cast(judged_at as timestamp) as judged_at,
        verdict,
        cast(data_rows as bigint) as data_rows,
        cast(held_rows as bigint) as held_rows,
        cast(mandatory_count as bigint) as mandatory_count,
        cast(verify_count as bigint) as verify_count,
        cast(notice_count as bigint) as notice_count,
        cast(settled_at as timestamp) as settled_at,
        cast(rejudged_at as timestamp) as rejudged_at,
        rules_digest
    from source

)

select * from selected
