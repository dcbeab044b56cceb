-- Who owed what: every period between a department's first filing of a form and the last period anybody reported.
with submissions as (

    select
        submissions.*,
        forms.period_kind,
        forms.due_day,
        forms.due_shift,
        forms.due_from
    from {{ ref('fct_submissions') }} as submissions
    inner join {{ ref('dim_forms') }} as forms
        on submissions.form = forms.form
    where forms.due_day is not null

),

series as (

    select
        form,
        department,
        period_kind,
        due_day,
        due_shift,
        due_from,
        min(period) as first_period
    from submissions
    group by form, department, period_kind, due_day, due_shift, due_from

),

last_periods as (

    select
        period_kind,
        max(period) as last_period
    from submissions
    group by period_kind

),

periods as (

    select distinct
        'month' as period_kind,
        month as period
    from {{ ref('dim_days') }}
    union all
    select distinct
        'half_month' as period_kind,
        half_month as period
    from {{ ref('dim_days') }}
    union all
    select distinct
        'quarter' as period_kind,
        quarter as period
    from {{ ref('dim_days') }}
    union all
    select distinct
        'year' as period_kind,
        year as period
    from {{ ref('dim_days') }}

),

expected as (

    select
        series.form,
        series.department,
        series.due_shift,
        periods.period,
        case
            when series.due_from = 'start' then {{ period_start('periods.period') }}
            else {{ period_end('periods.period') }}
        end as counts_on,
        {{ nominal_due_date('series.period_kind', 'periods.period', 'series.due_day', 'series.due_from') }}
            as nominal_due_date
    from series
    inner join last_periods
        on series.period_kind = last_periods.period_kind
    inner join periods
        on
            series.period_kind = periods.period_kind
            and series.first_period <= periods.period
            and last_periods.last_period >= periods.period

),

clock as (

    select cast(max(received_at) as date) as today from submissions

),

due as (

    select
        expected.*,
        clock.today,
        case
            when expected.due_shift = 'next_workday' then days.next_workday
            else expected.nominal_due_date
        end as due_date
    from expected
    cross join clock
    left join {{ ref('dim_days') }} as days
        on expected.nominal_due_date = days.day

),

filings as (

    select
        {{ key_of(['due.form', 'due.department', 'due.period']) }} as filing_id,
        due.form,
        due.department,
        due.period,
        cast(substr(cast(due.counts_on as varchar), 1, 7) || '-01' as date) as period_start,
        first_submissions.late_workdays,
        first_submissions.submission_id is not null as is_filed,
        coalesce(first_submissions.is_on_time, false) as is_on_time,
        coalesce(first_submissions.verdict = 'accepted', false) as is_accepted_at_once,
        in_force.submission_id is not null as is_accepted,
        first_submissions.submission_id is not null or coalesce(due.due_date < due.today, false) as is_due,
        due.due_date,
        first_submissions.received_at as first_received_at,
        first_submissions.submission_id,
        first_submissions.sheet,
        cast(null as bigint) as sheet_row,
        {{ key_of(['due.department', 'due.form']) }} as row_key
    from due
    left join submissions as first_submissions
        on
            due.form = first_submissions.form
            and due.department = first_submissions.department
            and due.period = first_submissions.period
            and first_submissions.is_first
    left join {{ ref('int_submissions_in_force') }} as in_force
        on
            due.form = in_force.form
            and due.department = in_force.department
            and due.period = in_force.period

)

select * from filings
