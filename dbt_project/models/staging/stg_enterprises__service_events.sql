-- 由 taizhang generate 生成，请勿手改：sources/forms/enterprises/service_events.yaml
with source as (

    select * from {{ source('landing', 'service_events') }}

),

selected as (

    select
        'service_events' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        cast(event_date as date) as event_date,
        topic,
        cast(enterprise_count as bigint) as enterprise_count,
        cast(opinion_count as bigint) as opinion_count,
        case_nos,
        remark
    from source

)

select * from selected
