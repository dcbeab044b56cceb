-- 由 taizhang generate 生成，请勿手改：sources/forms/office/assessment_points.yaml
with source as (

    select * from {{ source('landing', 'assessment_points') }}

),

selected as (

    select
        'assessment_points' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        subject_name,
        item_name,
        category,
        award_level,
        document_no,
        cast(event_date as date) as event_date,
        cast(standard_points as decimal(18, 4)) as standard_points,
        cast(recognized_points as decimal(18, 4)) as recognized_points,
        cast(is_highest_only as boolean) as is_highest_only,
        evidence,
        remark
    from source

)

select * from selected
