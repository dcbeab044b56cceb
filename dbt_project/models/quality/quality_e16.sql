with failing as (

    select
        {{ this_side("'reform_items'", "'0'", "'至少 1 项任务'") }},
        {{ other_side("'reform_item'", 'evidence') }},
        item
    from {{ ref('int_reform_items_supported') }}
    where task_count = 0

),

{{ findings({'item': 'item'}) }}
