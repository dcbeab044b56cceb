with failing as (

    select
        {{ this_side(
            "'mortgage_wan'",
            "case when is_mortgaged then '已抵押' else '未抵押' end",
            "case when is_collateral then '有抵押债务' else '无抵押债务' end",
        ) }},
        {{ other_side("'collateral_asset_no'", 'debt') }},
        asset_name,
        case when is_mortgaged then '标记抵押，债务台账未见对应担保' else '未标记抵押，债务台账列为抵押物' end as what
    from {{ ref('int_mortgages_compared') }}
    where is_mortgaged <> is_collateral

),

{{ findings({'name': 'asset_name', 'what': 'what'}) }}
