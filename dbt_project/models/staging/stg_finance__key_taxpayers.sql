-- 由 taizhang generate 生成，请勿手改：sources/forms/finance/key_taxpayers.yaml
with source as (

    select * from {{ source('landing', 'key_taxpayers') }}

),

selected as (

    select
        'key_taxpayers' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        enterprise_name,
        uscc,
        scope,
        tax_attribution,
        registered_place,
        cast(tax_paid_ytd_wan as decimal(18, 4)) as tax_paid_ytd_wan,
        cast(tax_paid_prior_ytd_wan as decimal(18, 4)) as tax_paid_prior_ytd_wan,
        cast(vat_ytd_wan as decimal(18, 4)) as vat_ytd_wan,
        cast(corporate_income_tax_ytd_wan as decimal(18, 4)) as corporate_income_tax_ytd_wan,
        change_reason,
        remark
    from source

)

select * from selected
