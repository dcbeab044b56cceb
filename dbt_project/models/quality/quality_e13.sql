with failing as (

    select
        {{ this_side(
            "'vat_ytd_wan'", shown('tax_due_wan'), shown('tax_paid_ytd_wan'), shown('tax_due_wan - tax_paid_ytd_wan'),
        ) }},
        {{ other_side("'tax_paid_ytd_wan'", 'tax') }},
        {{ shown('tax_due_wan') }} as due,
        {{ shown('tax_paid_ytd_wan') }} as paid,
        {{ slip_said('tax_due_wan', 'tax_paid_ytd_wan') }} as slip
    from {{ ref('int_taxes_compared') }}
    where
        abs(tax_due_wan - tax_paid_ytd_wan) > {{ limit_of('tax_gap') }} * abs(tax_paid_ytd_wan)
        and abs(tax_due_wan - tax_paid_ytd_wan) > 1

),

{{ findings({'a': 'due', 'b': 'paid', 'slip': 'slip'}) }}
