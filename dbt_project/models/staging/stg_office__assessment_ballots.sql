-- 由 taizhang generate 生成，请勿手改：sources/forms/office/assessment_ballots.yaml
with source as (

    select * from {{ source('landing', 'assessment_ballots') }}

),

selected as (

    select
        'assessment_ballots' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        evaluator_type,
        ballot_no,
        subject_name,
        cast(score_points as decimal(18, 4)) as score_points
    from source

)

select * from selected
