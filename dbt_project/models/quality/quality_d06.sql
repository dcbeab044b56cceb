with failing as (

    select
        {{ this_side("'project_no'", 'cast(null as varchar)', 'project_no') }},
        {{ other_side("'project_no'") }},
        previous_project_name
    from {{ ref('int_talks_followed') }}
    where
        not is_followed
        and previous_stage in (
            select name from {{ ref('talk_stages') }}
            where kind in ('lead', 'talks')
        )

),

{{ findings({'name': 'previous_project_name'}) }}
