with failing as (

    select
        {{ this_side("'output_month_wan'", shown('output_month_wan'), shown('previous_output_month_wan')) }},
        {{ other_side("'output_month_wan'") }}
    from {{ ref('int_industrial_months_compared') }}
    where is_continued and output_month_wan = 0 and previous_output_month_wan > 0 and change_reason is null

),

{{ findings({}) }}
