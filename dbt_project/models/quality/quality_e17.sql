with failing as (

    select
        {{ this_side("'light'", 'light', "'督办函'") }},
        {{ no_other_side() }},
        task_name,
        cast(red_workdays as varchar) as workdays
    from {{ ref('int_red_tasks') }}
    where not has_letter and red_workdays >= {{ limit_of('red_workdays') }}

),

{{ findings({'name': 'task_name', 'n': 'workdays'}) }}
