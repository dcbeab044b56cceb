with compared as (

    select
        compared.*,
        {{ tolerance(
            ['this_column.unit_read', 'closing_column.unit_read'],
            2,
            ['compared.investment_prior_years_wan', 'compared.closing_investment_total_wan'],
        ) }} as tolerated
    from {{ ref('int_project_months_compared') }} as compared
    {{ join_column('compared', "'investment_prior_years_wan'", 'this_column') }}
    {{ join_column('compared', "'investment_total_wan'", 'closing_column', 'closing_') }}

),

failing as (

    select
        {{ this_side(
            "'investment_prior_years_wan'",
            shown('investment_prior_years_wan'),
            shown('closing_investment_total_wan'),
            shown('investment_prior_years_wan - closing_investment_total_wan'),
        ) }},
        {{ other_side("'investment_total_wan'", 'closing') }},
        {{ shown('investment_prior_years_wan') }} as opening,
        {{ shown('closing_investment_total_wan') }} as closing,
        {{ slip_said('investment_prior_years_wan', 'closing_investment_total_wan') }} as slip
    from compared
    where abs(investment_prior_years_wan - closing_investment_total_wan) > tolerated

),

{{ findings({'a': 'opening', 'b': 'closing', 'slip': 'slip'}) }}
