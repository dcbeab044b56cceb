with failing as (

    select
        {{ this_side("'problem_text'", 'problem_text', 'case_no') }},
        {{ other_side("'case_no'", 'appeal') }},
        case_no
    from {{ ref('int_problems_with_appeals') }}
    where case_no is not null and not is_linked and position(case_no in problem_text) = 0

),

{{ findings({'no': 'case_no'}) }}
