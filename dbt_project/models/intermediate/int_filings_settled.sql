-- What is in force stays so once its period is locked or closed.
select
    in_force.filing_id,
    in_force.form,
    in_force.department,
    in_force.period,
    in_force.known_at,
    accepted.locked_at is not null
    or coalesce(obligations.closed_date <= cast(last_release.as_of as date), false) as is_settled
from {{ ref('int_submissions_in_force') }} as in_force
cross join {{ ref('int_last_release') }} as last_release
left join {{ ref('int_submissions_accepted') }} as accepted
    on
        in_force.submission_id = accepted.submission_id
        and in_force.form = accepted.form
        and in_force.department = accepted.department
        and in_force.period = accepted.period
        and in_force.sheet = accepted.sheet
left join {{ ref('stg_inbox__obligations') }} as obligations
    on
        in_force.form = obligations.form
        and in_force.department = obligations.department
        and in_force.period = obligations.period
