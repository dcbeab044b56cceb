{{ with_previous(
    rows_in_force(ref('stg_enterprises__appeals')),
    ['case_no'],
    ['appeal_status'],
) }}
