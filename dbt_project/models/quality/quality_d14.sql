with failing as (

    select
        {{ this_side('field', shown('month_wan'), "'不小于 0，或在备注中说明'", shown('month_wan')) }},
        {{ other_side('field') }},
        {{ shown('month_wan') }} as amount
    from {{ ref('int_fiscal_months_compared') }}
    where month_wan < 0 and remark is null

),

{{ findings({'tax': 'title', 'a': 'amount'}) }}
