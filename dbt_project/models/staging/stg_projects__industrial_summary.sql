-- 由 taizhang generate 生成，请勿手改：sources/forms/projects/industrial_summary.yaml
with source as (

    select * from {{ source('landing', 'industrial_summary') }}

),

selected as (

    select
        'industrial_summary' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        scope,
        cast(enterprise_count as bigint) as enterprise_count,
        cast(output_month_wan as decimal(18, 4)) as output_month_wan,
        cast(output_ytd_wan as decimal(18, 4)) as output_ytd_wan,
        cast(sales_ytd_wan as decimal(18, 4)) as sales_ytd_wan,
        cast(revenue_ytd_wan as decimal(18, 4)) as revenue_ytd_wan,
        cast(profit_ytd_wan as decimal(18, 4)) as profit_ytd_wan,
        remark
    from source

)

select * from selected
