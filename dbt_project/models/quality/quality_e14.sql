with moved as (

    select
        *,
        output_ytd_wan / nullif(output_prior_ytd_wan, 0) - 1 as output_change,
        electricity_kwh / nullif(coalesce(electricity_prior_kwh, year_ago_electricity_kwh), 0) - 1 as power_change
    from {{ ref('int_industrial_months_compared') }}

),

failing as (

    select
        {{ this_side("'output_ytd_wan'", shown_percent('output_change'), shown_percent('power_change')) }},
        {{ other_side("'electricity_kwh'", 'year_ago') }},
        {{ shown_percent('output_change') }} as output_said,
        {{ shown_percent('power_change') }} as power_said
    from moved
    where
        output_change * power_change < 0
        and abs(output_change - power_change) > {{ limit_of('power_gap') }}

),

{{ findings({'a': 'output_said', 'b': 'power_said'}) }}
