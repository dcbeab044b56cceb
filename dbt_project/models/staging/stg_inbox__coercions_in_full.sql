-- 由 taizhang generate 生成，请勿手改：sources/landing/schema.py
with source as (

    select * from {{ source('landing', '_coercions') }}

),

selected as (

    select
        submission_id,
        form,
        sheet,
        cast(sheet_row as bigint) as sheet_row,
        field,
        cell,
        raw,
        kind
    from source

)

select * from selected
