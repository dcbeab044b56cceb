-- 由 taizhang generate 生成，请勿手改：sources/forms/office/assessment_indicators.yaml
with source as (

    select * from {{ source('landing', 'assessment_indicators') }}

),

selected as (

    select
        'assessment_indicators' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        indicator_no,
        indicator_name,
        cast(year as bigint) as year,
        part,
        subject_type,
        subject_name,
        cast(weight_points as decimal(18, 4)) as weight_points,
        direction,
        measure,
        indicator_unit,
        cast(base_value as decimal(18, 4)) as base_value,
        cast(target_value as decimal(18, 4)) as target_value,
        cast(stretch_value as decimal(18, 4)) as stretch_value,
        source_indicator,
        recognized_by,
        scoring_rule,
        scoring_parameters,
        cast(cap_factor as decimal(18, 4)) as cap_factor,
        document_no,
        cast(effective_date as date) as effective_date,
        remark
    from source

)

select * from selected
