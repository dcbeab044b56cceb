-- Who only wants to know how many cells, and from whom, need not look at each of them again.
select
    indicator_id,
    period,
    form,
    submission_id,
    count(*) as cells
from {{ ref('indicator_cells') }}
group by indicator_id, period, form, submission_id
