with failing as (

    select
        {{ this_side("'progress_text'", 'progress_text', "'与上期不同的进展'") }},
        {{ other_side("'progress_text'") }},
        cast(report as varchar) as periods
    from {{ ref('int_progress_compared') }}
    where is_idle and explanation is null and report >= {{ limit_of('stalled_periods') }}

),

{{ findings({'n': 'periods'}) }}
