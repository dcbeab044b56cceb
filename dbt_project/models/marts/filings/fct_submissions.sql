with submissions as (

    select
        submissions.*,
        forms.form_title,
        forms.period_kind,
        forms.due_day,
        forms.due_shift,
        forms.due_from
    from {{ ref('stg_inbox__submissions') }} as submissions
    left join {{ ref('dim_forms') }} as forms
        on submissions.form = forms.form

),

dated as (

    select
        submissions.*,
        cast(received_at as date) as received_date,
        {{ nominal_due_date('period_kind', 'period', 'due_day', 'due_from') }} as nominal_due_date,
        row_number() over (
            partition by form, department, period order by received_at asc, submission_id asc, sheet asc
        ) as filing_order,
        row_number() over (
            partition by form, department, period order by received_at desc, submission_id desc, sheet desc
        ) as filing_recency
    from submissions

),

due as (

    select
        dated.*,
        case
            when dated.due_shift = 'next_workday' then due_days.next_workday
            else dated.nominal_due_date
        end as due_date
    from dated
    left join {{ ref('dim_days') }} as due_days
        on dated.nominal_due_date = due_days.day

),

final as (

    select
        {{ key_of(['due.submission_id', 'due.form', 'due.period', 'due.sheet']) }} as submission_form_id,
        due.submission_id,
        due.form,
        due.form_title,
        due.department,
        due.period,
        due.file,
        due.sheet,
        due.verdict,
        due.data_rows,
        due.held_rows,
        due.mandatory_count,
        due.verify_count,
        due.notice_count,
        case
            when due.due_date is null then null
            else greatest(received_days.workday_number - due_days.workday_number, 0)
        end as late_workdays,
        due.form is not null and due.filing_order = 1 as is_first,
        due.form is not null and due.filing_recency = 1 as is_latest,
        in_force.filing_id is not null as is_in_force,
        coalesce(not accepted.may_take_force, false) as awaits_correction,
        accepted.locked_at,
        accepted.correction_id,
        due.received_date <= due.due_date as is_on_time,
        due.due_date,
        due.received_date,
        due.received_at,
        due.judged_at,
        due.rejudged_at,
        due.sha256
    from due
    left join {{ ref('int_submissions_in_force') }} as in_force
        on
            due.submission_id = in_force.submission_id
            and due.form = in_force.form
            and due.department = in_force.department
            and due.period = in_force.period
            and due.sheet = in_force.sheet
    left join {{ ref('int_submissions_accepted') }} as accepted
        on
            due.submission_id = accepted.submission_id
            and due.form = accepted.form
            and due.department = accepted.department
            and due.period = accepted.period
            and due.sheet = accepted.sheet
    left join {{ ref('dim_days') }} as due_days
        on due.due_date = due_days.day
    left join {{ ref('dim_days') }} as received_days
        on due.received_date = received_days.day

)

select * from final
