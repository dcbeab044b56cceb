-- What is owed stands in the calendar; this adds what came of it, as of the day the warehouse is looked at.
with submissions as (

    select * from {{ ref('fct_submissions') }}
    where form is not null

),

clock as (

    select
        coalesce(
            (select max(as_of_date) from {{ ref('stg_inbox__obligations') }}),
            (select cast(max(received_at) as date) from submissions)
        ) as today

),

-- A form is owed from its declared start; without one, from the first period that anybody sent.
starts as (

    select
        obligations.form,
        coalesce(
            max(obligations.owed_since_date),
            min(case when submissions.submission_id is not null then obligations.opens_date end)
        ) as start_date
    from {{ ref('stg_inbox__obligations') }} as obligations
    left join submissions
        on
            obligations.form = submissions.form
            and obligations.period = submissions.period
    group by obligations.form

),

arrivals as (

    select
        form,
        department,
        period,
        min(received_at) as first_received_at,
        min(case when verdict = 'accepted' then received_at end) as first_accepted_received_at,
        min(case when verdict = 'accepted' then coalesce(judged_at, received_at) end) as first_accepted_at,
        max(case when verdict = 'accepted' then received_at end) as last_accepted_received_at,
        max(received_at) as last_received_at,
        max(case when is_latest then verdict end) as last_verdict,
        max(case when is_in_force then data_rows end) as rows_in_force
    from submissions
    group by form, department, period

),

owed as (

    select
        obligations.*,
        returned.returned_at,
        returned.again_due_date,
        returned.returned_at is not null as is_owed_again,
        arrivals.first_received_at,
        arrivals.first_accepted_received_at,
        arrivals.first_accepted_at,
        arrivals.last_received_at,
        arrivals.last_verdict,
        arrivals.rows_in_force,
        clock.today,
        case
            when obligations.opens_date <= {{ period_start('obligations.period') }} then obligations.opens_date
            else {{ period_end('obligations.period') }}
        end as counts_date,
        arrivals.first_received_at is not null as is_filed,
        arrivals.first_accepted_at is not null as is_accepted,
        coalesce(obligations.due_date < clock.today, false) as is_past_due
    from {{ ref('stg_inbox__obligations') }} as obligations
    inner join starts
        on obligations.form = starts.form
    cross join clock
    left join arrivals
        on
            obligations.form = arrivals.form
            and obligations.department = arrivals.department
            and obligations.period = arrivals.period
    -- What the desk sent back as a whole is owed once more, until something accepted came after it.
    left join {{ ref('int_submissions_returned') }} as returned
        on
            obligations.form = returned.form
            and obligations.department = returned.department
            and obligations.period = returned.period
            and coalesce(arrivals.last_accepted_received_at <= returned.returned_at, true)
    where
        obligations.is_owed
        and obligations.opens_date >= starts.start_date
        and (obligations.opens_date <= clock.today or arrivals.first_received_at is not null)

),

obligations as (

    select
        {{ key_of(['owed.form', 'owed.department', 'owed.period']) }} as obligation_id,
        owed.form,
        owed.department,
        owed.period,
        -- The month that what is owed counts in: the last of its period, or the first when it is owed at its start.
        cast({{ month_of('owed.counts_date') }} || '-01' as date) as period_start,
        case
            when owed.is_exempt and not owed.is_filed then 'exempt'
            when owed.is_owed_again then 'rejected'
            when owed.is_accepted and owed.rows_in_force = 0 then 'nil'
            when owed.is_accepted then 'accepted'
            when owed.last_verdict = 'rejected' then 'rejected'
            when owed.is_filed then 'received'
            when owed.is_past_due then 'overdue'
            else 'due'
        end as status,
        owed.opens_date,
        owed.regular_due_date,
        owed.due_date,
        owed.accept_by_date,
        owed.returned_at,
        owed.again_due_date,
        case
            when owed.again_due_date < owed.today then today_days.workday_number - again_days.workday_number
        end as again_late_workdays,
        owed.first_received_at,
        owed.first_accepted_at,
        case
            when owed.due_date is null or owed.is_exempt then null
            when owed.is_filed then first_submissions.late_workdays
            when owed.is_past_due then today_days.workday_number - due_days.workday_number
        end as late_workdays,
        (owed.is_filed or owed.is_past_due) and not owed.is_exempt as is_due,
        owed.is_filed,
        coalesce(first_submissions.is_on_time, false) as is_on_time,
        owed.is_accepted,
        coalesce(first_submissions.verdict = 'accepted', false) as is_accepted_at_once,
        -- Where a form says until when it must be accepted, the judgement counts; elsewhere the arrival of what held.
        coalesce(
            case
                when owed.accept_by_date is not null then cast(owed.first_accepted_at as date) <= owed.accept_by_date
                else cast(owed.first_accepted_received_at as date) <= owed.due_date
            end,
            false
        ) as is_accepted_on_time,
        coalesce(owed.rows_in_force = 0, false) as is_nil,
        owed.is_exempt,
        owed.closed_date,
        coalesce(owed.closed_date <= owed.today, false) as is_closed,
        coalesce(cast(owed.last_received_at as date) > owed.closed_date, false) as is_sent_after_closing,
        coalesce(cast(owed.last_received_at as date) > owed.closed_date, false) and not owed.is_reopened
            as is_unapproved_revision,
        owed.exception_note,
        first_submissions.submission_id,
        first_submissions.sheet,
        cast(null as bigint) as sheet_row,
        {{ key_of(['owed.department', 'owed.form']) }} as row_key
    from owed
    left join submissions as first_submissions
        on
            owed.form = first_submissions.form
            and owed.department = first_submissions.department
            and owed.period = first_submissions.period
            and first_submissions.is_first
    left join {{ ref('dim_days') }} as due_days
        on owed.due_date = due_days.day
    left join {{ ref('dim_days') }} as today_days
        on owed.today = today_days.day
    left join {{ ref('dim_days') }} as again_days
        on owed.again_due_date = again_days.day

)

select * from obligations
