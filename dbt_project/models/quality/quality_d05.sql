with staged as (

    select
        talks.*,
        stages.step,
        previous_stages.step as previous_step
    from {{ ref('int_talks_compared') }} as talks
    left join {{ ref('talk_stages') }} as stages
        on talks.stage = stages.name
    left join {{ ref('talk_stages') }} as previous_stages
        on talks.previous_stage = previous_stages.name

),

failing as (

    select
        {{ this_side("'stage'", 'stage', 'previous_stage') }},
        {{ other_side("'stage'") }},
        stage,
        previous_stage
    from staged
    where is_continued and step > 0 and step < previous_step

),

{{ findings({'old': 'previous_stage', 'new': 'stage'}) }}
