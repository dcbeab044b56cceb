with drawn as (

    select
        compared.*,
        drawn_wan - previous_drawn_wan as drawn_month_wan,
        {{ tolerance(
            'this_column.unit_read', 4, ['compared.balance_wan', 'compared.previous_balance_wan'],
        ) }} as tolerated
    from {{ ref('int_debts_compared') }} as compared
    {{ join_column('compared', "'balance_wan'", 'this_column') }}
    where compared.is_next_period

),

-- Without a repayment told, the balance may only not exceed what was owed and drawn.
computed as (

    select
        *,
        previous_balance_wan + drawn_month_wan - coalesce(repaid_month_wan, 0) as computed_wan
    from drawn

),

failing as (

    select
        {{ this_side(
            "'balance_wan'", shown('balance_wan'), shown('computed_wan'), shown('balance_wan - computed_wan'),
        ) }},
        {{ other_side("'balance_wan'") }},
        {{ shown('balance_wan') }} as closing,
        {{ shown('previous_balance_wan') }} as opening,
        {{ shown('drawn_month_wan') }} as drawn,
        coalesce({{ shown('repaid_month_wan') }}, '未填') as repaid,
        {{ slip_said('balance_wan', 'computed_wan') }} as slip
    from computed
    where
        balance_wan - computed_wan > tolerated
        or (repaid_month_wan is not null and computed_wan - balance_wan > tolerated)

),

{{ findings({'a': 'closing', 'b': 'opening', 'c': 'drawn', 'd': 'repaid', 'slip': 'slip'}) }}
