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
        case when form not in ('industrial_months', 'industrial_summary', 'assessment_ballots') then raw end as raw,
        kind,
        form in ('industrial_months', 'industrial_summary', 'assessment_ballots') as is_restricted
    from source

)

select * from selected
