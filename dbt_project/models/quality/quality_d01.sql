with failing as (

    select
        {{ this_side('field', shown('ytd_wan'), shown('previous_ytd_wan'), shown('ytd_wan - previous_ytd_wan')) }},
        {{ other_side('field') }},
        {{ shown('ytd_wan') }} as ytd,
        {{ shown('previous_ytd_wan') }} as previous_ytd,
        {{ period_said('previous_period') }} as previous_month
    from {{ ref('int_cumulated_compared') }}
    where is_same_year and ytd_wan < previous_ytd_wan

),

{{ findings({'a': 'ytd', 'b': 'previous_ytd', 'month': 'previous_month'}) }}
