with failing as (

    select
        {{ this_side(
            "'used_area_m2'", shown('used_area_m2'), shown('leased_m2'), shown('used_area_m2 - leased_m2'),
        ) }},
        {{ other_side("'leased_m2'", 'lease') }},
        carrier_name,
        {{ shown('used_area_m2') }} as used,
        {{ shown('leased_m2') }} as leased
    from {{ ref('int_carriers_leased') }}
    where
        abs(used_area_m2 - leased_m2) > greatest({{ limit_of('let_area_gap') }} * greatest(used_area_m2, leased_m2), 1)

),

{{ findings({'name': 'carrier_name', 'a': 'used', 'b': 'leased'}) }}
