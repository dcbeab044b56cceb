with reported as (

    {{ latest_rows(ref('stg_finance__key_taxpayers'), ['uscc']) }}

),

identified as (

    select
        reported.*,
        enterprise.enterprise_id
    from reported
    {{ join_enterprise('reported.uscc', 'reported.enterprise_name') }}

),

key_taxpayers as (

    select
        {{ key_of(['uscc', 'period']) }} as key_taxpayer_id,
        enterprise_id,
        enterprise_id is not null as is_registered,
        period,
        period_start,
        period_end,
        department,
        coalesce(scope, '全区') as scope,
        enterprise_name,
        uscc,
        tax_attribution,
        registered_place,
        tax_paid_ytd_wan,
        tax_paid_prior_ytd_wan,
        vat_ytd_wan,
        corporate_income_tax_ytd_wan,
        change_reason,
        case
            when enterprise_id is not null
                then rank() over (
                    partition by period, coalesce(scope, '全区'), enterprise_id is not null order by tax_paid_ytd_wan desc
                )
        end as tax_rank,
        cast(tax_paid_ytd_wan / nullif(tax_paid_prior_ytd_wan, 0) - 1 as decimal(18, 6)) as growth_rate,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from identified

)

select * from key_taxpayers
