with failing as (

    select
        {{ this_side(
            "'title_name'",
            'cast(valid_count as varchar)',
            'cast(previous_valid_count + won_count - lost_count as varchar)',
            'cast(valid_count - (previous_valid_count + won_count - lost_count) as varchar)',
        ) }},
        {{ other_side("'title_name'") }},
        title_name,
        cast(previous_valid_count as varchar) as old_count,
        cast(valid_count as varchar) as new_count
    from {{ ref('int_titles_counted') }}
    where valid_count <> previous_valid_count + won_count - lost_count

),

{{ findings({'what': 'title_name', 'a': 'old_count', 'b': 'new_count'}) }}
