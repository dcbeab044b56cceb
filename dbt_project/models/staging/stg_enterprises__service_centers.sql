-- 由 taizhang generate 生成，请勿手改：sources/forms/enterprises/service_centers.yaml
with source as (

    select * from {{ source('landing', 'service_centers') }}

),

selected as (

    select
        'service_centers' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        center_name,
        cast(investment_wan as decimal(18, 4)) as investment_wan,
        cast(opened_date as date) as opened_date,
        services,
        cast(case_count as bigint) as case_count,
        cast(immediate_rate as decimal(18, 6)) as immediate_rate,
        remark
    from source

)

select * from selected
