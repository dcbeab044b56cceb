with reported as (

    {{ latest_rows(ref('stg_office__superior_assessments'), ['assessment_name', 'dimension', 'indicator_name']) }}

),

superior_assessments as (

    select
        {{ key_of(['assessment_name', 'dimension', 'indicator_name', 'period']) }} as superior_assessment_id,
        period,
        period_start,
        period_end,
        department,
        '全区' as scope,
        year,
        assessment_name,
        assessment_level,
        dimension,
        indicator_name,
        indicator_value,
        indicator_unit,
        weight_points,
        score_points,
        rank,
        rank_prior,
        zone_count,
        document_no,
        rank_prior - rank as rank_gain,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from reported

)

select * from superior_assessments
