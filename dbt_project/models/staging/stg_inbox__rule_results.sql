-- 由 taizhang generate 生成，请勿手改：sources/landing/schema.py
with source as (

    select * from {{ source('landing', '_rule_results') }}

),

selected as (

    select
        submission_id,
        form,
        department,
        period,
        sheet,
        rule,
        rule_version,
        cast(evaluated as bigint) as evaluated,
        cast(failed as bigint) as failed,
        cast(not_evaluated as bigint) as not_evaluated
    from source

)

select * from selected
