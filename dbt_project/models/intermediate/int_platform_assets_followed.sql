{{ followed(
    rows_in_force(ref('stg_finance__platform_assets')),
    ['asset_no'],
    ['asset_name', 'disposal'],
) }}
