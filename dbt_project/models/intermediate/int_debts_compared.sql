{{ with_previous(
    rows_in_force(ref('stg_finance__debts')),
    ['debt_no'],
    ['balance_wan', 'drawn_wan'],
) }}
