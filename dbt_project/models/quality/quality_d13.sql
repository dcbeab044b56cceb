with failing as (

    select
        {{ this_side("'case_no'", 'case_no', "'退回前的诉求编号'") }},
        {{ no_other_side() }}
    from {{ ref('int_appeals_compared') }}
    where appeal_status = '退回重办' and previous_period is null and is_listed_late and repeats_case_no is null

),

{{ findings({}) }}
