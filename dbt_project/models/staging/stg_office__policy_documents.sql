-- 由 taizhang generate 生成，请勿手改：sources/forms/office/policy_documents.yaml
with source as (

    select * from {{ source('landing', 'policy_documents') }}

),

selected as (

    select
        'policy_documents' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        document_no,
        document_name,
        cast(issued_date as date) as issued_date,
        clauses,
        cast(valid_from_date as date) as valid_from_date,
        cast(valid_to_date as date) as valid_to_date,
        remark
    from source

)

select * from selected
