with reported as (

    {{ latest_rows(ref('stg_office__assessment_ballots'), ['evaluator_type', 'ballot_no', 'subject_name']) }}

),

assessment_ballots as (

    select
        {{ key_of(['evaluator_type', 'ballot_no', 'subject_name', 'period']) }} as ballot_id,
        period,
        period_start,
        period_end,
        department,
        '全区' as scope,
        evaluator_type,
        ballot_no,
        subject_name,
        score_points,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from reported

)

select * from assessment_ballots
