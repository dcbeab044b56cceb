with reported as (

    {{ latest_rows(ref('stg_investment__outreach'), ['activity_date', 'leader_name', 'destination'], once=true) }}

),

outreach as (

    select
        {{ key_of(['activity_date', 'leader_name', 'destination']) }} as outreach_id,
        period,
        period_start,
        period_end,
        department,
        '全区' as scope,
        activity_date,
        activity_kind,
        leader_name,
        leader_post,
        destination,
        destination_code,
        visited_enterprises,
        batches,
        project_nos,
        outcome,
        evidence,
        {{ count_of_parts('visited_enterprises') }} as visited_enterprise_count,
        {{ count_of_parts('project_nos') }} as project_count,
        activity_kind = '外出招商' as is_outward,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from reported

)

select * from outreach
