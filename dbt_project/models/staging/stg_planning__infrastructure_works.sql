-- 由 taizhang generate 生成，请勿手改：sources/forms/planning/infrastructure_works.yaml
with source as (

    select * from {{ source('landing', 'infrastructure_works') }}

),

selected as (

    select
        'infrastructure_works' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        work_kind,
        work_name,
        cast(total_investment_wan as decimal(18, 4)) as total_investment_wan,
        cast(length_m as decimal(18, 4)) as length_m,
        cast(works_m2 as decimal(18, 4)) as works_m2,
        cast(start_date as date) as start_date,
        cast(end_date as date) as end_date,
        cast(completion_rate as decimal(18, 6)) as completion_rate,
        remark
    from source

)

select * from selected
