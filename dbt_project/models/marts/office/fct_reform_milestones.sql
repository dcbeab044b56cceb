with in_force as (

    {{ rows_in_force(ref('stg_office__reform_tasks')) }}

),

ranked as (

    select
        *,
        {{ period_start('period') }} as period_start,
        {{ period_end('period') }} as period_end,
        row_number() over (
            partition by year, task_no, milestone, period
            order by received_at desc, submission_id desc, sheet_row desc
        ) as recency
    from in_force
    where milestone is not null or milestone_weight_rate is not null

),

milestones as (

    select
        {{ key_of(['year', 'task_no', 'milestone', 'period']) }} as reform_milestone_id,
        {{ key_of(['year', 'task_no', 'period']) }} as reform_task_id,
        period,
        period_start,
        department,
        year,
        task_no,
        task_name,
        milestone,
        milestone_weight_rate as weight_rate,
        coalesce(milestone_done_date <= period_end, false) as is_done,
        year = {{ year_of('period') }} and task_status <> '取消' as is_listed,
        milestone_planned_date as planned_date,
        milestone_done_date as done_date,
        form,
        submission_id,
        sheet,
        sheet_row,
        {{ key_of(['year', 'task_no', 'milestone']) }} as row_key
    from ranked
    where recency = 1

)

select * from milestones
