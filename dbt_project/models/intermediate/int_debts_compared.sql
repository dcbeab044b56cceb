{{ with_previous(
    ref('stg_finance__debts'),
    ['debt_no'],
    ['balance_wan', 'drawn_wan'],
) }}
