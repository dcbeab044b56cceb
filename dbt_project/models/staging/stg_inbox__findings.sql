-- 由 taizhang generate 生成，请勿手改：sources/landing/schema.py
with source as (

    select * from {{ source('landing', '_findings') }}

),

selected as (

    select
        finding_id,
        rule,
        level,
        message,
        form,
        department,
        period,
        submission_id,
        sheet,
        cast(row as bigint) as row,
        cell,
        field,
        title,
        value,
        expected,
        difference,
        other_submission_id,
        other_sheet,
        other_cell,
        row_key,
        basis
    from source

)

select * from selected
