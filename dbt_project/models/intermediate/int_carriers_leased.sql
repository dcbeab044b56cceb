-- Buildings of the platform companies: what the carriers' list says is let, and what the leases of the asset add up to.
with carriers as (

    {{ latest_rows(ref('stg_investment__carriers'), ['carrier_no']) }}

),

assets as (

    {{ latest_rows(ref('stg_finance__platform_assets'), ['asset_no']) }}

),

leases as (

    select
        asset_no,
        period,
        sum(leased_m2) as leased_m2,
        min(submission_id) as submission_id,
        min(form) as form,
        min(sheet) as sheet,
        min(sheet_row) as sheet_row
    from {{ ref('fct_leases') }}
    where is_current
    group by asset_no, period

),

-- The same building by its certificate, else by its name.
compared as (

    select
        carriers.form,
        carriers.department,
        carriers.period,
        carriers.submission_id,
        carriers.sheet,
        carriers.sheet_row,
        carriers.row_key,
        carriers.carrier_name,
        carriers.used_area_m2,
        coalesce(leases.leased_m2, 0) as leased_m2,
        {{ place_of('leases', 'lease') }},
        row_number() over (
            partition by carriers.carrier_no, carriers.period
            order by case when carriers.certificate_no = assets.certificate_no then 0 else 1 end, assets.asset_no
        ) as asset_order
    from carriers
    inner join assets
        on
            carriers.period = assets.period
            and (
                carriers.certificate_no = assets.certificate_no
                or {{ normalised_name('carriers.carrier_name') }} = {{ normalised_name('assets.asset_name') }}
            )
    left join leases
        on assets.asset_no = leases.asset_no and assets.period = leases.period
    where
        carriers.carrier_kind <> '土地' and assets.asset_category = '房产'
        and assets.period in (
            select period from {{ ref('int_submissions_in_force') }}
            where form = 'leases'
        )

)

select * from compared
where asset_order = 1
