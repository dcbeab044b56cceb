{{ with_previous(
    ref('stg_investment__talks'),
    ['project_no'],
    ['stage', 'progress_text'],
) }}
