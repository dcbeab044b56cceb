-- A locked period keeps what was in force when it was locked; a later submission counts once a correction is approved.
with accepted as (

    select
        *,
        coalesce(settled_at, judged_at, received_at) as accepted_at
    from {{ ref('stg_inbox__submissions') }}
    where verdict = 'accepted' and form is not null

),

decisions as (

    select * from {{ ref('stg_inbox__decisions') }}
    where not is_withdrawn

),

filings as (

    select distinct
        form,
        department,
        period
    from accepted

),

-- The last word on a filing counts, whether it was said of it alone or of the whole period.
locks as (

    select
        filings.form,
        filings.department,
        filings.period,
        decisions.kind,
        decisions.taken_at,
        row_number() over (
            partition by filings.form, filings.department, filings.period
            order by decisions.taken_at desc, decisions.decision_id desc
        ) as recency
    from filings
    inner join decisions
        on
            filings.period = decisions.period
            and decisions.kind in ('period_lock', 'period_unlock')
            and coalesce(decisions.form, filings.form) = filings.form
            and coalesce(decisions.department, filings.department) = filings.department

),

corrections as (

    select
        requests.submission_id,
        requests.form,
        requests.department,
        requests.period,
        min(requests.decision_id) as correction_id
    from decisions as requests
    inner join decisions as approvals
        on requests.decision_id = approvals.refers_to and approvals.kind = 'correction_approval'
    where requests.kind = 'correction_request'
    group by requests.submission_id, requests.form, requests.department, requests.period

),

submissions_accepted as (

    select
        accepted.*,
        locks.taken_at as locked_at,
        corrections.correction_id,
        locks.taken_at is null
        or accepted.accepted_at <= locks.taken_at
        or corrections.correction_id is not null as may_take_force
    from accepted
    left join locks
        on
            accepted.form = locks.form
            and accepted.department = locks.department
            and accepted.period = locks.period
            and locks.recency = 1
            and locks.kind = 'period_lock'
    left join corrections
        on
            accepted.submission_id = corrections.submission_id
            and accepted.form = coalesce(corrections.form, accepted.form)
            and accepted.department = coalesce(corrections.department, accepted.department)
            and accepted.period = corrections.period

)

select * from submissions_accepted
