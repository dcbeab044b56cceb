-- 由 taizhang generate 生成，请勿手改：sources/forms/planning/plans.yaml
with source as (

    select * from {{ source('landing', 'plans') }}

),

selected as (

    select
        'plans' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        plan_name,
        plan_stage,
        approval_document_no,
        remark
    from source

)

select * from selected
