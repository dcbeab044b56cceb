-- 由 taizhang generate 生成，请勿手改：sources/forms/investment/outreach.yaml
with source as (

    select * from {{ source('landing', 'outreach') }}

),

selected as (

    select
        'outreach' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        cast(activity_date as date) as activity_date,
        activity_kind,
        leader_name,
        leader_post,
        destination,
        destination_code,
        visited_enterprises,
        cast(batches as bigint) as batches,
        project_nos,
        outcome,
        evidence,
        remark
    from source

)

select * from selected
