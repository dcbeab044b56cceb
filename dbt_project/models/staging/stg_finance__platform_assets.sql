-- 由 taizhang generate 生成，请勿手改：sources/forms/finance/platform_assets.yaml
with source as (

    select * from {{ source('landing', 'platform_assets') }}

),

selected as (

    select
        'platform_assets' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        asset_no,
        company,
        asset_name,
        asset_category,
        location,
        certificate_no,
        cast(building_m2 as decimal(18, 4)) as building_m2,
        cast(certified_building_m2 as decimal(18, 4)) as certified_building_m2,
        cast(uncertified_building_m2 as decimal(18, 4)) as uncertified_building_m2,
        cast(land_mu as decimal(18, 4)) as land_mu,
        acquisition,
        cast(acquired_date as date) as acquired_date,
        cast(original_value_wan as decimal(18, 4)) as original_value_wan,
        cast(depreciation_wan as decimal(18, 4)) as depreciation_wan,
        cast(net_value_wan as decimal(18, 4)) as net_value_wan,
        cast(appraised_value_wan as decimal(18, 4)) as appraised_value_wan,
        cast(appraisal_date as date) as appraisal_date,
        use_status,
        mortgagee,
        cast(mortgage_wan as decimal(18, 4)) as mortgage_wan,
        cast(mortgage_end_date as date) as mortgage_end_date,
        cast(stocktaking_date as date) as stocktaking_date,
        stocktaking_result,
        disposal,
        disposal_document_no,
        remark
    from source

)

select * from selected
