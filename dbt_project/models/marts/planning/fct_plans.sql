with reported as (

    {{ latest_rows(ref('stg_planning__plans'), ['plan_name']) }}

),

compared as (

    select
        *,
        lag(plan_stage) over (partition by plan_name order by period_start) as previous_stage
    from reported

),

plans as (

    select
        {{ key_of(['plan_name', 'period']) }} as plan_id,
        period,
        period_start,
        period_end,
        department,
        '全区' as scope,
        plan_name,
        plan_stage,
        approval_document_no,
        previous_stage,
        coalesce(plan_stage = '批复', false) as is_approved,
        coalesce(plan_stage <> previous_stage, false) as is_moved,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from compared

)

select * from plans
