-- 由 taizhang generate 生成，请勿手改：sources/landing/schema.py
with source as (

    select * from {{ source('landing', '_obligations') }}

),

selected as (

    select
        form,
        department,
        period,
        cast(opens_date as date) as opens_date,
        cast(regular_due_date as date) as regular_due_date,
        cast(due_date as date) as due_date,
        cast(accept_by_date as date) as accept_by_date,
        cast(is_owed as boolean) as is_owed,
        cast(is_exempt as boolean) as is_exempt,
        cast(is_reopened as boolean) as is_reopened,
        exception_note,
        cast(closed_date as date) as closed_date,
        cast(owed_since_date as date) as owed_since_date,
        cast(as_of_date as date) as as_of_date
    from source

)

select * from selected
