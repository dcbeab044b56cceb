{{ followed(
    ref('stg_finance__platform_assets'),
    ['asset_no'],
    ['asset_name', 'disposal'],
) }}
