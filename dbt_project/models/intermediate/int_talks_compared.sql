{{ with_previous(
    rows_in_force(ref('stg_investment__talks')),
    ['project_no'],
    ['stage', 'progress_text'],
) }}
