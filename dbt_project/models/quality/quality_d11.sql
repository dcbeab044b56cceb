with compared as (

    select
        compared.*,
        {{ tolerance(['this_column.unit_read', 'year_ago_column.unit_read'], 2, ['compared.output_prior_ytd_wan', 'compared.year_ago_output_ytd_wan']) }}
            as tolerated
    from {{ ref('int_industrial_months_compared') }} as compared
    left join {{ ref('int_columns_read') }} as this_column
        on
            compared.submission_id = this_column.submission_id
            and compared.form = this_column.form
            and compared.sheet = this_column.sheet
            and this_column.field = 'output_prior_ytd_wan'
    left join {{ ref('int_columns_read') }} as year_ago_column
        on
            compared.year_ago_submission_id = year_ago_column.submission_id
            and compared.year_ago_form = year_ago_column.form
            and compared.year_ago_sheet = year_ago_column.sheet
            and year_ago_column.field = 'output_ytd_wan'

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
