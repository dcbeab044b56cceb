with failing as (

    select
        {{ this_side('name_field', 'named', "'企业名录中的企业'") }},
        {{ no_other_side() }},
        named
    from {{ ref('int_enterprises_compared') }}
    where form = 'key_taxpayers' and has_register and not is_registered

),

{{ findings({'name': 'named'}) }}
