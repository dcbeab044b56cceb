with reported as (

    {{ latest_rows(ref('stg_enterprises__service_events'), ['event_date', 'topic'], once=true) }}

),

service_events as (

    select
        {{ key_of(['event_date', 'topic']) }} as service_event_id,
        period,
        period_start,
        period_end,
        department,
        '全区' as scope,
        event_date,
        topic,
        enterprise_count,
        opinion_count,
        case_nos,
        {{ count_of_parts('case_nos') }} as forwarded_case_count,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from reported

)

select * from service_events
