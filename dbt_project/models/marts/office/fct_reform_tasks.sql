with in_force as (

    {{ rows_in_force(ref('stg_office__reform_tasks')) }}

),

-- The first row of a task carries what holds for the whole task.
first_rows as (

    select *
    from (
        select
            *,
            {{ period_start('period') }} as period_start,
            {{ period_end('period') }} as period_end,
            row_number() over (
                partition by year, task_no, period
                order by received_at desc, submission_id desc, sheet asc, sheet_row asc
            ) as row_order
        from in_force
    ) as ordered
    where row_order = 1

),

milestones as (

    select
        reform_task_id,
        count(*) as milestone_count,
        count(case when is_done then 1 end) as milestone_done_count,
        sum(weight_rate) as weight,
        sum(case when is_done then weight_rate else 0 end) as weight_done,
        max(case when is_done then done_date end) as last_done_date
    from {{ ref('fct_reform_milestones') }}
    group by reform_task_id

),

dated as (

    select
        first_rows.*,
        {{ key_of(['first_rows.year', 'first_rows.task_no', 'first_rows.period']) }} as reform_task_id,
        coalesce(milestones.milestone_count, 0) as milestone_count,
        coalesce(milestones.milestone_done_count, 0) as milestone_done_count,
        cast(milestones.weight_done / nullif(milestones.weight, 0) as decimal(18, 6)) as milestone_completion_rate,
        first_rows.extended_end_date is not null and first_rows.extension_approved_by is not null as is_extended,
        case
            when first_rows.task_status = '完成'
                then coalesce(
                    first_rows.closed_date, milestones.last_done_date, first_rows.outcome_date, first_rows.period_end
                )
        end as done_date,
        case
            when first_rows.extended_end_date is not null and first_rows.extension_approved_by is not null
                then first_rows.extended_end_date
            else first_rows.planned_end_date
        end as deadline_date,
        -- A subtask is written as the number of its task, a hyphen and its own number.
        parents.task_no is not null as is_subtask
    from first_rows
    left join milestones
        on {{ key_of(['first_rows.year', 'first_rows.task_no', 'first_rows.period']) }} = milestones.reform_task_id
    left join first_rows as parents
        on
            first_rows.year = parents.year
            and first_rows.period = parents.period
            and first_rows.task_no <> parents.task_no
            and parents.task_no = regexp_replace(first_rows.task_no, '-[0-9]+$', '')

),

tasks as (

    select
        reform_task_id,
        period,
        period_start,
        department,
        '全区' as scope,
        year,
        task_no,
        task_name,
        origin,
        reform_items,
        work_line,
        goal,
        proposed_by,
        leader_name,
        responsible_department,
        supporting_departments,
        progress_text,
        problem_text,
        next_step_text,
        task_status,
        light,
        outcome_type,
        outcome_name,
        outcome_document_no,
        cast(milestone_count as bigint) as milestone_count,
        cast(milestone_done_count as bigint) as milestone_done_count,
        coalesce(milestone_completion_rate, completion_rate) as completion_rate,
        completion_rate as declared_completion_rate,
        is_subtask,
        year = {{ year_of('period') }} and task_status <> '取消' as is_listed,
        task_status = '完成' as is_done,
        is_extended,
        deadline_date <= period_end as is_due,
        coalesce(done_date <= deadline_date, false) as is_done_on_time,
        planned_start_date,
        planned_end_date,
        extended_end_date,
        deadline_date,
        done_date,
        extension_approved_by,
        form,
        submission_id,
        sheet,
        sheet_row,
        {{ key_of(['year', 'task_no', 'milestone']) }} as row_key
    from dated

)

select * from tasks
