with failing as (

    select
        form,
        department,
        period,
        submission_id,
        sheet,
        sheet_row,
        'investment_ytd_wan' as field,
        row_key,
        {{ shown('investment_ytd_wan') }} as value,
        {{ shown('previous_investment_ytd_wan') }} as expected,
        {{ shown('investment_ytd_wan - previous_investment_ytd_wan') }} as difference,
        previous_submission_id as other_submission_id,
        previous_form as other_form,
        previous_sheet as other_sheet,
        previous_sheet_row as other_row,
        'investment_ytd_wan' as other_field,
        {{ shown('investment_ytd_wan') }} as ytd,
        {{ shown('previous_investment_ytd_wan') }} as previous_ytd,
        {{ period_said('previous_period') }} as previous_month
    from {{ ref('int_project_months_compared') }}
    where is_same_year and investment_ytd_wan < previous_investment_ytd_wan

),

{{ findings({'a': 'ytd', 'b': 'previous_ytd', 'month': 'previous_month'}) }}
