-- What a figure rests on: the submissions of its cells, and those in force for its forms (a zero has no cells).
with from_cells as (

    select distinct
        indicator_id,
        period,
        submission_id
    from {{ ref('int_indicator_cells_counted') }}
    where submission_id is not null

),

from_filings as (

    select distinct
        indicators.indicator_id,
        {{ period_at('indicators.grain', 'in_force.period') }} as period,
        in_force.submission_id
    from {{ ref('dim_indicators') }} as indicators
    inner join {{ ref('int_submissions_in_force') }} as in_force
        on position('、' || in_force.form || '、' in '、' || indicators.forms || '、') > 0

),

inputs as (

    select * from from_cells
    union
    select * from from_filings

),

submissions as (

    select
        submission_id,
        max(greatest(received_at, coalesce(judged_at, received_at))) as known_at,
        max(rejudged_at) as rejudged_at
    from {{ ref('stg_inbox__submissions') }}
    group by submission_id

),

corrections as (

    select
        submission_id,
        min(correction_id) as correction_id
    from {{ ref('int_submissions_in_force') }}
    group by submission_id

)

select
    inputs.indicator_id,
    inputs.period,
    inputs.submission_id,
    submissions.known_at,
    submissions.rejudged_at,
    corrections.correction_id
from inputs
left join submissions
    on inputs.submission_id = submissions.submission_id
left join corrections
    on inputs.submission_id = corrections.submission_id
