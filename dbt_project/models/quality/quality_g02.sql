with failing as (

    select
        {{ this_side('name_field', 'named', 'registered_name') }},
        {{ other_side("'enterprise_name'", 'register') }},
        registered_name
    from {{ ref('int_enterprises_compared') }}
    where is_registered and not is_registered_name and not is_former_name

),

{{ findings({'name': 'registered_name'}) }}
