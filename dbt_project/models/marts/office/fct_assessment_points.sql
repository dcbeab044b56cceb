with reported as (

    {{ latest_rows(ref('stg_office__assessment_points'), ['subject_name', 'category', 'item_name'], once=true) }}

),

assessment_points as (

    select
        {{ key_of(['subject_name', 'category', 'item_name']) }} as assessment_point_id,
        period,
        period_start,
        period_end,
        department,
        '全区' as scope,
        subject_name,
        item_name,
        category,
        award_level,
        document_no,
        event_date,
        standard_points,
        recognized_points,
        is_highest_only,
        evidence,
        category in ('通报批评', '督办', '逾期', '安全环保', '信访稳定', '数据质量') as is_deduction,
        not is_highest_only
        or row_number() over (
            partition by subject_name, item_name, substr(period, 1, 4), is_highest_only
            order by recognized_points desc, event_date asc, category asc
        ) = 1 as is_counted,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from reported

)

select * from assessment_points
