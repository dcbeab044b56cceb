with compared as (

    select
        compared.*,
        compared.investment_ytd_wan - compared.previous_investment_ytd_wan as ytd_increase,
        {{ tolerance(
            ['this_column.unit_read', 'previous_column.unit_read'],
            3,
            [
                'compared.investment_month_wan', 'compared.investment_ytd_wan', 'compared.previous_investment_ytd_wan',
            ],
        ) }} as tolerated
    from {{ ref('int_project_months_compared') }} as compared
    left join {{ ref('int_columns_read') }} as this_column
        on
            compared.submission_id = this_column.submission_id
            and compared.form = this_column.form
            and compared.sheet = this_column.sheet
            and this_column.field = 'investment_ytd_wan'
    left join {{ ref('int_columns_read') }} as previous_column
        on
            compared.previous_submission_id = previous_column.submission_id
            and compared.previous_form = previous_column.form
            and compared.previous_sheet = previous_column.sheet
            and previous_column.field = 'investment_ytd_wan'
    where compared.is_same_year and compared.is_next_month

),

failing as (

    select
        form,
        department,
        period,
        submission_id,
        sheet,
        sheet_row,
        'investment_month_wan' as field,
        row_key,
        {{ shown('investment_month_wan') }} as value,
        {{ shown('ytd_increase') }} as expected,
        {{ shown('investment_month_wan - ytd_increase') }} as difference,
        previous_submission_id as other_submission_id,
        previous_form as other_form,
        previous_sheet as other_sheet,
        previous_sheet_row as other_row,
        'investment_ytd_wan' as other_field,
        {{ shown('investment_month_wan') }} as month_value,
        {{ shown('ytd_increase') }} as increase,
        {{ shown('abs(investment_month_wan - ytd_increase)') }} as gap,
        {{ slip_said('investment_month_wan', 'ytd_increase') }} as slip
    from compared
    where abs(investment_month_wan - ytd_increase) > tolerated

),

{{ findings({'a': 'month_value', 'b': 'increase', 'c': 'gap', 'slip': 'slip'}) }}
