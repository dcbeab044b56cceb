-- 由 taizhang generate 生成，请勿手改：sources/landing/schema.py
with source as (

    select * from {{ source('landing', '_columns') }}

),

selected as (

    select
        submission_id,
        form,
        sheet,
        column_letter,
        header,
        field,
        title,
        unit,
        unit_read
    from source

)

select * from selected
