-- 由 taizhang generate 生成，请勿手改：sources/forms/enterprises/appeals.yaml
with source as (

    select * from {{ source('landing', 'appeals') }}

),

selected as (

    select
        'appeals' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        case_no,
        cast(registered_date as date) as registered_date,
        channel,
        enterprise_name,
        uscc,
        appeal_kind,
        content,
        grade,
        project_no,
        responsible_department,
        supporting_departments,
        cast(assigned_date as date) as assigned_date,
        cast(limit_workdays as bigint) as limit_workdays,
        cast(due_date as date) as due_date,
        cast(first_reply_date as date) as first_reply_date,
        action_text,
        cast(closed_date as date) as closed_date,
        result,
        cast(extension_applied_date as date) as extension_applied_date,
        extension_reason,
        extension_approved_by,
        cast(extended_due_date as date) as extended_due_date,
        cast(is_visited as boolean) as is_visited,
        cast(is_contacted as boolean) as is_contacted,
        cast(is_solved as boolean) as is_solved,
        satisfaction,
        repeats_case_no,
        appeal_status,
        remark
    from source

)

select * from selected
