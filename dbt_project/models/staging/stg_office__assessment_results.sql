-- 由 taizhang generate 生成，请勿手改：sources/forms/office/assessment_results.yaml
with source as (

    select * from {{ source('landing', 'assessment_results') }}

),

selected as (

    select
        'assessment_results' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        subject_name,
        indicator_no,
        indicator_name,
        cast(declared_value as decimal(18, 4)) as declared_value,
        cast(warehouse_value as decimal(18, 4)) as warehouse_value,
        cast(recognized_value as decimal(18, 4)) as recognized_value,
        evidence,
        opinion,
        objection,
        ruling,
        cast(rank as bigint) as rank,
        remark
    from source

)

select * from selected
