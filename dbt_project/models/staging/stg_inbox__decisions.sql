-- 由 taizhang generate 生成，请勿手改：sources/landing/schema.py
with source as (

    select * from {{ source('landing', '_decisions') }}

),

selected as (

    select
        decision_id,
        kind,
        cast(taken_at as timestamp) as taken_at,
        decided_by,
        role,
        reason,
        finding_id,
        rule,
        rule_version,
        value,
        expected,
        basis,
        submission_id,
        refers_to,
        approver,
        evidence,
        cast(valid_until as date) as valid_until,
        cast(due_date as date) as due_date,
        form,
        department,
        period,
        cast(is_withdrawn as boolean) as is_withdrawn,
        content
    from source

)

select * from selected
