with reported as (

    {{ latest_rows(ref('stg_enterprises__appeals'), ['case_no']) }}

),

identified as (

    select
        reported.*,
        enterprise.enterprise_id,
        project.project_id
    from reported
    {{ join_enterprise('reported.uscc', 'reported.enterprise_name') }}
    {{ join_project(number='reported.project_no') }}

),

limited as (

    select
        identified.*,
        grades.reply_workdays as reply_limit_workdays,
        row_number() over (partition by identified.case_no order by identified.period desc) = 1 as is_latest,
        -- An extension counts when it was approved, whatever the form says about the date.
        case
            when identified.extension_approved_by is not null then identified.extended_due_date
        end as approved_due_date,
        assigned_day.workday_number as assigned_workday,
        replied_day.workday_number as replied_workday,
        closed_day.workday_number as closed_workday,
        ended_day.workday_number as period_workday
    from identified
    left join {{ ref('appeal_grades') }} as grades
        on identified.grade = grades.name
    {{ join_day('identified.assigned_date', 'assigned_day') }}
    {{ join_day('identified.first_reply_date', 'replied_day') }}
    {{ join_day('identified.closed_date', 'closed_day') }}
    {{ join_day('identified.period_end', 'ended_day') }}

),

deadlines as (

    select
        limited.*,
        coalesce(limited.approved_due_date, limit_day.day) as deadline_date,
        coalesce(approved_day.workday_number, limit_day.workday_number) as deadline_workday
    from limited
    left join {{ ref('dim_days') }} as limit_day
        on
            limited.assigned_workday + limited.limit_workdays = limit_day.workday_number
            and limit_day.is_workday
    {{ join_day('limited.approved_due_date', 'approved_day') }}

),

appeals as (

    select
        {{ key_of(['case_no', 'period']) }} as appeal_month_id,
        project_id,
        enterprise_id,
        enterprise_id is not null as is_registered,
        period,
        period_start,
        period_end,
        department,
        '全区' as scope,
        case_no,
        registered_date,
        channel,
        enterprise_name,
        uscc,
        appeal_kind,
        content,
        grade,
        project_no,
        responsible_department,
        supporting_departments,
        assigned_date,
        limit_workdays,
        due_date,
        first_reply_date,
        action_text,
        closed_date,
        result,
        extension_applied_date,
        extension_reason,
        extension_approved_by,
        extended_due_date,
        is_visited,
        is_contacted,
        is_solved,
        satisfaction,
        repeats_case_no,
        appeal_status,
        is_latest,
        deadline_date,
        replied_workday - assigned_workday as reply_workdays,
        closed_workday - assigned_workday as close_workdays,
        greatest(
            case when closed_date <= period_end then closed_workday else period_workday end - deadline_workday, 0
        ) as overdue_workdays,
        coalesce(deadline_date <= period_end, false) as is_due,
        coalesce(closed_date <= period_end, false) as is_closed,
        coalesce(closed_date <= period_end and closed_date <= deadline_date, false) as is_closed_on_time,
        case
            when reply_limit_workdays is not null
                then coalesce(replied_workday - assigned_workday <= reply_limit_workdays, false)
        end as is_replied_on_time,
        repeats_case_no is not null as is_repeat,
        coalesce(is_visited, false) as is_valid_visit,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from deadlines

)

select * from appeals
