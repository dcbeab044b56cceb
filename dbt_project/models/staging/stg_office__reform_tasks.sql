-- 由 taizhang generate 生成，请勿手改：sources/forms/office/reform_tasks.yaml
with source as (

    select * from {{ source('landing', 'reform_tasks') }}

),

selected as (

    select
        'reform_tasks' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        cast(year as bigint) as year,
        task_no,
        task_name,
        origin,
        origin_document_no,
        proposed_by,
        reform_items,
        work_line,
        goal,
        kpi_name,
        kpi_unit,
        cast(kpi_target as decimal(18, 4)) as kpi_target,
        cast(kpi_actual as decimal(18, 4)) as kpi_actual,
        leader_name,
        responsible_department,
        supporting_departments,
        cast(planned_start_date as date) as planned_start_date,
        cast(planned_end_date as date) as planned_end_date,
        milestone,
        cast(milestone_planned_date as date) as milestone_planned_date,
        cast(milestone_done_date as date) as milestone_done_date,
        cast(milestone_weight_rate as decimal(18, 6)) as milestone_weight_rate,
        progress_text,
        cast(completion_rate as decimal(18, 6)) as completion_rate,
        task_status,
        light,
        problem_text,
        next_step_text,
        cast(next_step_due_date as date) as next_step_due_date,
        outcome_type,
        outcome_name,
        outcome_document_no,
        cast(outcome_date as date) as outcome_date,
        cast(extension_applied_date as date) as extension_applied_date,
        extension_reason,
        cast(extended_end_date as date) as extended_end_date,
        extension_approved_by,
        cast(closed_date as date) as closed_date,
        closed_by,
        remark
    from source

)

select * from selected
