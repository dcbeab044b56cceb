{{ followed(
    ref('stg_investment__talks'),
    ['project_no'],
    ['project_name', 'stage'],
) }}
