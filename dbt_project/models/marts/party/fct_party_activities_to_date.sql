with told as (

    {{ so_far(ref('fct_party_activities'), 'party_activities') }}

),

so_far as (

    select
        {{ key_of(['party_activity_id', 'period']) }} as party_activity_to_date_id,
        party_activity_id,
        told_period,
        period,
        period_start,
        period_end,
        department,
        scope,
        activity_date,
        activity_type,
        enterprise_count,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from told

)

select * from so_far
