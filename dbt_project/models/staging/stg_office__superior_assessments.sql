-- 由 taizhang generate 生成，请勿手改：sources/forms/office/superior_assessments.yaml
with source as (

    select * from {{ source('landing', 'superior_assessments') }}

),

selected as (

    select
        'superior_assessments' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        cast(year as bigint) as year,
        assessment_name,
        assessment_level,
        dimension,
        indicator_name,
        cast(indicator_value as decimal(18, 4)) as indicator_value,
        indicator_unit,
        cast(weight_points as decimal(18, 4)) as weight_points,
        cast(score_points as decimal(18, 4)) as score_points,
        cast(rank as bigint) as rank,
        cast(rank_prior as bigint) as rank_prior,
        cast(zone_count as bigint) as zone_count,
        document_no,
        remark
    from source

)

select * from selected
