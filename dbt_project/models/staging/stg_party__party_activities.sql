-- 由 taizhang generate 生成，请勿手改：sources/forms/party/party_activities.yaml
with source as (

    select * from {{ source('landing', 'party_activities') }}

),

selected as (

    select
        'party_activities' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        cast(activity_date as date) as activity_date,
        host_org,
        place,
        activity_type,
        cast(enterprise_count as bigint) as enterprise_count,
        cast(attendee_count as bigint) as attendee_count,
        cast(issue_count as bigint) as issue_count,
        cast(solved_count as bigint) as solved_count,
        evidence,
        remark
    from source

)

select * from selected
