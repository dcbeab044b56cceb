with reported as (

    {{ latest_rows(ref('stg_enterprises__service_centers'), ['center_name']) }}

),

service_centers as (

    select
        {{ key_of(['center_name', 'period']) }} as service_center_id,
        period,
        period_start,
        period_end,
        department,
        '全区' as scope,
        center_name,
        investment_wan,
        opened_date,
        services,
        case_count,
        immediate_rate,
        cast(case_count * immediate_rate as decimal(18, 4)) as immediate_case_count,
        coalesce(opened_date <= period_end, false) as is_open,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from reported

)

select * from service_centers
