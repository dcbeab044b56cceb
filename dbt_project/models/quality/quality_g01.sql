with failing as (

    select
        {{ this_side("'uscc'", 'uscc', "'企业名录中的企业'") }},
        {{ no_other_side() }},
        coalesce(named || '（' || uscc || '）', uscc) as who
    from {{ ref('int_enterprises_compared') }}
    -- Investors and owners of carriers may be from elsewhere; taxpayers are asked in E21, applicants in E07.
    where has_register and not is_registered and form not in ('talks', 'carriers', 'key_taxpayers', 'upgrade_subsidies')

),

{{ findings({'who': 'who'}) }}
