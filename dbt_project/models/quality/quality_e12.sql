with failing as (

    select
        {{ this_side('field', shown('revenue_wan'), "'纳入升规培育'") }},
        {{ no_other_side() }},
        enterprise_name,
        {{ shown('revenue_wan') }} as revenue
    from {{ ref('int_revenues_below_scale') }}
    where not is_cultivated and revenue_wan >= {{ limit_of('above_scale_wan') }}

),

{{ findings({'name': 'enterprise_name', 'a': 'revenue'}) }}
