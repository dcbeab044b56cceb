with reported as (

    {{ latest_rows(ref('stg_finance__platform_assets'), ['asset_no']) }}

),

asset_months as (

    select
        {{ key_of(['asset_no', 'period']) }} as asset_month_id,
        period,
        period_start,
        period_end,
        department,
        '全区' as scope,
        asset_no,
        company,
        asset_category,
        building_m2,
        land_mu,
        original_value_wan,
        depreciation_wan,
        net_value_wan,
        appraised_value_wan,
        appraisal_date,
        use_status,
        mortgagee,
        mortgage_wan,
        mortgage_end_date,
        stocktaking_date,
        stocktaking_result,
        asset_no as asset_id,
        cast(case when use_status in ('出租', '闲置') then building_m2 else 0 end as decimal(18, 4)) as lettable_m2,
        cast(case when use_status = '出租' then building_m2 else 0 end as decimal(18, 4)) as let_m2,
        mortgagee is not null or coalesce(mortgage_wan > 0, false) as is_mortgaged,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from reported

)

select * from asset_months
