-- Mortgaged assets and the assets that debts name as collateral, side by side where both lists came.
with both_filed as (

    select assets.period
    from {{ ref('int_submissions_in_force') }} as assets
    inner join {{ ref('int_submissions_in_force') }} as debts
        on assets.period = debts.period
    where assets.form = 'platform_assets' and debts.form = 'debts'
    group by assets.period

),

assets as (

    select listed.*
    from ({{ latest_rows(ref('stg_finance__platform_assets'), ['asset_no']) }}) as listed
    inner join both_filed
        on listed.period = both_filed.period

),

collateral as (

    select
        collateral_part as asset_no,
        period,
        min(submission_id) as submission_id,
        min(form) as form,
        min(sheet) as sheet,
        min(sheet_row) as sheet_row
    from (
        select
            owed.*,
            owed.part as collateral_part
        from ({{ parts_of(ref('fct_debts'), 'collateral_asset_no') }}) as owed
        where owed.guarantee = '抵押' and owed.balance_wan > 0
    ) as named
    group by collateral_part, period

),

compared as (

    select
        assets.form,
        assets.department,
        assets.period,
        assets.submission_id,
        assets.sheet,
        assets.sheet_row,
        assets.row_key,
        assets.asset_name,
        assets.mortgage_wan,
        coalesce(assets.mortgage_wan, 0) > 0 as is_mortgaged,
        collateral.asset_no is not null as is_collateral,
        {{ place_of('collateral', 'debt') }}
    from assets
    left join collateral
        on assets.asset_no = collateral.asset_no and assets.period = collateral.period

)

select * from compared
