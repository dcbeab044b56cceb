-- 由 taizhang generate 生成，请勿手改：sources/forms/office/reform_evidence.yaml
with source as (

    select * from {{ source('landing', 'reform_evidence') }}

),

selected as (

    select
        'reform_evidence' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        reform_item,
        cast(year as bigint) as year,
        item_name,
        summary,
        evidence_type,
        evidence_level,
        cast(evidence_date as date) as evidence_date,
        document_no,
        link,
        task_nos,
        cast(self_points as decimal(18, 4)) as self_points,
        cast(reviewed_points as decimal(18, 4)) as reviewed_points,
        review_opinion,
        remark
    from source

)

select * from selected
