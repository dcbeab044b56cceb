with reported as (

    {{ latest_rows(ref('stg_party__party_activities'), ['activity_date', 'host_org', 'activity_type', 'place']) }}

),

hosts as (

    select
        org_name,
        min(organization_id) as organization_id
    from {{ ref('dim_party_organizations') }}
    group by org_name
    having count(*) = 1

),

hosted as (

    select
        reported.*,
        hosts.organization_id
    from reported
    left join hosts
        on reported.host_org = hosts.org_name

),

party_activities as (

    select
        {{ key_of(['activity_date', 'host_org', 'activity_type', 'place', 'period']) }} as party_activity_id,
        period,
        period_start,
        period_end,
        department,
        '全区' as scope,
        activity_date,
        host_org,
        place,
        activity_type,
        enterprise_count,
        attendee_count,
        issue_count,
        solved_count,
        evidence,
        organization_id,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from hosted

)

select * from party_activities
