{{ with_previous(
    ref('stg_enterprises__appeals'),
    ['case_no'],
    ['appeal_status'],
) }}
