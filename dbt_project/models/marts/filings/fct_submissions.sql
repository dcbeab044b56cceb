with regular as (

    -- A department that does not owe the form is measured by the date of those that do.
    select
        form,
        period,
        min(regular_due_date) as due_date
    from {{ ref('stg_inbox__obligations') }}
    group by form, period

),

due as (

    select
        submissions.*,
        forms.form_title,
        cast(submissions.received_at as date) as received_date,
        coalesce(obligations.due_date, regular.due_date) as due_date,
        row_number() over (
            partition by submissions.form, submissions.department, submissions.period
            order by submissions.received_at asc, submissions.submission_id asc, submissions.sheet asc
        ) as filing_order,
        row_number() over (
            partition by submissions.form, submissions.department, submissions.period
            order by submissions.received_at desc, submissions.submission_id desc, submissions.sheet desc
        ) as filing_recency
    from {{ ref('stg_inbox__submissions') }} as submissions
    left join {{ ref('dim_forms') }} as forms
        on submissions.form = forms.form
    left join {{ ref('stg_inbox__obligations') }} as obligations
        on
            submissions.form = obligations.form
            and submissions.department = obligations.department
            and submissions.period = obligations.period
    left join regular
        on
            submissions.form = regular.form
            and submissions.period = regular.period

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
