with ordered as (

    select
        *,
        row_number() over (partition by project_no, substr(period, 1, 4) order by period) as told_order
    from {{ ref('fct_talks') }}
    where is_in_talks

),

first_told as (

    select * from ordered
    where told_order = 1

),

told as (

    {{ so_far('first_told', 'talks') }}

),

so_far as (

    select
        {{ key_of(['talk_id', 'period']) }} as talk_to_date_id,
        talk_id,
        told_period,
        period,
        period_start,
        period_end,
        department,
        scope,
        project_no,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from told

)

select * from so_far
