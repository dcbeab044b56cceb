with reported as (

    {{ latest_rows(ref('stg_office__supervision_letters'), ['letter_no']) }}

),

dated as (

    select
        reported.*,
        row_number() over (partition by reported.letter_no order by reported.period desc) = 1 as is_latest,
        max(reported.letter_level) over (partition by reported.chain_no, reported.period) as chain_level,
        issued_day.workday_number as issued_workday,
        due_day.workday_number as due_workday,
        replied_day.workday_number as replied_workday,
        ended_day.workday_number as period_workday
    from reported
    {{ join_day('reported.issued_date', 'issued_day') }}
    {{ join_day('reported.reply_due_date', 'due_day') }}
    {{ join_day('reported.replied_date', 'replied_day') }}
    {{ join_day('reported.period_end', 'ended_day') }}

),

supervision_letters as (

    select
        {{ key_of(['letter_no', 'period']) }} as letter_month_id,
        period,
        period_start,
        period_end,
        department,
        '全区' as scope,
        letter_no,
        letter_type,
        letter_level,
        chain_no,
        trigger_rule,
        trigger_snapshot,
        object_type,
        object_no,
        to_departments,
        cc_leaders,
        supervision_mode,
        reason,
        demand,
        signed_by,
        issued_date,
        reply_due_date,
        replied_date,
        reply_text,
        correction_text,
        promised_date,
        verdict,
        parent_letter_no,
        deduction_points,
        is_latest,
        {{ so_far_this_year('issued_date') }} as is_issued_in_year,
        coalesce(reply_due_date <= period_end, false) as is_reply_due,
        coalesce(replied_date <= reply_due_date, false) as is_replied_on_time,
        replied_workday - issued_workday as reply_workdays,
        greatest(
            case when replied_date <= period_end then replied_workday else period_workday end - due_workday, 0
        ) as overdue_workdays,
        chain_level > letter_level as is_escalated,
        coalesce(verdict = '同意销号', false) as is_closed,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from dated

)

select * from supervision_letters
