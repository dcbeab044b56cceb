with reported as (

    {{ latest_rows(ref('stg_planning__infrastructure_works'), ['work_name']) }}

),

infrastructure_works as (

    select
        {{ key_of(['work_name', 'period']) }} as infrastructure_work_id,
        period,
        period_start,
        period_end,
        department,
        '全区' as scope,
        work_kind,
        work_name,
        total_investment_wan,
        length_m,
        works_m2,
        start_date,
        end_date,
        completion_rate,
        coalesce(completion_rate >= 1, false) as is_completed,
        coalesce(end_date < period_end and completion_rate < 1, false) as is_overdue,
        cast(
            least(greatest(
                {{ days_from('start_date', 'period_end') }} / nullif({{ days_from('start_date', 'end_date') }}, 0), 0
            ), 1) as decimal(18, 6)
        ) as schedule_rate,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from reported

)

select * from infrastructure_works
