with compared as (

    select
        compared.*,
        {{ tolerance(
            ['this_column.unit_read', 'closing_column.unit_read'],
            2,
            ['compared.investment_prior_years_wan', 'compared.closing_investment_total_wan'],
        ) }} as tolerated
    from {{ ref('int_project_months_compared') }} as compared
    left join {{ ref('int_columns_read') }} as this_column
        on
            compared.submission_id = this_column.submission_id
            and compared.form = this_column.form
            and compared.sheet = this_column.sheet
            and this_column.field = 'investment_prior_years_wan'
    left join {{ ref('int_columns_read') }} as closing_column
        on
            compared.closing_submission_id = closing_column.submission_id
            and compared.closing_form = closing_column.form
            and compared.closing_sheet = closing_column.sheet
            and closing_column.field = 'investment_total_wan'

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
