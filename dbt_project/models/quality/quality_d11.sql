with compared as (

    select
        compared.*,
        {{ tolerance(
            ['this_column.unit_read', 'year_ago_column.unit_read'],
            2,
            ['compared.output_prior_ytd_wan', 'compared.year_ago_output_ytd_wan'],
        ) }} as tolerated
    from {{ ref('int_industrial_months_compared') }} as compared
    {{ join_column('compared', "'output_prior_ytd_wan'", 'this_column') }}
    {{ join_column('compared', "'output_ytd_wan'", 'year_ago_column', 'year_ago_') }}

),

failing as (

    select
        {{ this_side(
            "'output_prior_ytd_wan'",
            shown('output_prior_ytd_wan'),
            shown('year_ago_output_ytd_wan'),
            shown('output_prior_ytd_wan - year_ago_output_ytd_wan'),
        ) }},
        {{ other_side("'output_ytd_wan'", 'year_ago') }},
        {{ shown('output_prior_ytd_wan') }} as base,
        {{ shown('year_ago_output_ytd_wan') }} as locked,
        {{ slip_said('output_prior_ytd_wan', 'year_ago_output_ytd_wan') }} as slip
    from compared
    where abs(output_prior_ytd_wan - year_ago_output_ytd_wan) > tolerated

),

{{ findings({'a': 'base', 'b': 'locked', 'slip': 'slip'}) }}
