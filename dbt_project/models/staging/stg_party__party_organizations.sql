-- 由 taizhang generate 生成，请勿手改：sources/forms/party/party_organizations.yaml
with source as (

    select * from {{ source('landing', 'party_organizations') }}

),

selected as (

    select
        'party_organizations' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        org_no,
        org_name,
        parent_org_name,
        org_type,
        industry,
        enterprise_names,
        enterprise_codes,
        cast(founded_date as date) as founded_date,
        approval_document_no,
        cast(term_end_date as date) as term_end_date,
        cast(full_member_count as bigint) as full_member_count,
        cast(probationary_member_count as bigint) as probationary_member_count,
        cast(floating_member_count as bigint) as floating_member_count,
        remark
    from source

)

select * from selected
