with failing as (

    select
        {{ this_side("'asset_name'", 'cast(null as varchar)', 'previous_asset_name') }},
        {{ other_side("'asset_name'") }},
        previous_asset_name
    from {{ ref('int_platform_assets_followed') }}
    where not is_followed and previous_disposal is null

),

{{ findings({'name': 'previous_asset_name'}) }}
