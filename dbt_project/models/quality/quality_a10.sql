with failing as (

    select
        {{ this_side('field', 'object_name', "'本年度清单内的对象，或新增依据'") }},
        {{ no_other_side() }},
        object_name
    from {{ ref('int_objects_listed') }}
    where is_listed_late and basis is null

),

{{ findings({'name': 'object_name'}) }}
