with reported as (

    {{ latest_rows(ref('stg_finance__platform_assets'), ['asset_no']) }}

),

ranked as (

    select
        reported.*,
        min(reported.period) over (partition by reported.asset_no) as first_period,
        row_number() over (partition by reported.asset_no order by reported.period desc) as newness
    from reported

),

assets as (

    select
        asset_no as asset_id,
        company,
        asset_name,
        asset_category,
        location,
        certificate_no,
        building_m2,
        land_mu,
        acquisition,
        acquired_date,
        first_period,
        period as last_period,
        form,
        submission_id,
        sheet,
        sheet_row
    from ranked
    where newness = 1

)

select * from assets
