with told as (

    {{ so_far(ref('fct_outreach'), 'outreach') }}

),

so_far as (

    select
        {{ key_of(['outreach_id', 'period']) }} as outreach_to_date_id,
        outreach_id,
        told_period,
        period,
        period_start,
        period_end,
        department,
        scope,
        activity_date,
        activity_kind,
        leader_name,
        destination,
        batches,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from told

)

select * from so_far
