{{ followed(
    rows_in_force(ref('stg_investment__talks')),
    ['project_no'],
    ['project_name', 'stage'],
) }}
