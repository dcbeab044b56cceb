-- Firms that stand in both lists of a month: the tax due that they report and the tax that the tax office received.
with compared as (

    select
        months.form,
        months.department,
        months.period,
        months.submission_id,
        months.sheet,
        months.sheet_row,
        months.row_key,
        months.enterprise_name,
        months.vat_ytd_wan + months.income_tax_ytd_wan + coalesce(months.surcharges_ytd_wan, 0) as tax_due_wan,
        taxpayers.tax_paid_ytd_wan,
        {{ place_of('taxpayers', 'tax') }}
    from {{ ref('fct_industrial_months') }} as months
    inner join {{ ref('fct_key_taxpayers') }} as taxpayers
        on months.uscc = taxpayers.uscc and months.period = taxpayers.period

)

select * from compared
