with failing as (

    select
        {{ this_side(
            "'uscc'",
            "case when is_reported then '有报表' else '无报表' end",
            "case when is_listed then '在规上库' else '不在规上库' end",
        ) }},
        {{ other_side("'title_name'", 'list') }},
        enterprise_name,
        case when is_listed then '已入规上库但本月无报表' else '本月有报表但不在规上库' end as what
    from {{ ref('int_above_scale_compared') }}
    where is_reported <> is_listed

),

{{ findings({'name': 'enterprise_name', 'what': 'what'}) }}
