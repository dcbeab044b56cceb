with changed as (

    select
        *,
        case
            when coalesce(milestone_status, '') <> '已办' then 'milestone_status'
            when previous_done_date <> done_date or done_date is null then 'done_date'
            else 'document_no'
        end as field
    from {{ ref('int_project_milestones_followed') }}
    where
        previous_milestone_status = '已办'
        and (
            coalesce(milestone_status, '') <> '已办'
            or coalesce(previous_done_date <> done_date, previous_done_date is not null)
            or coalesce(previous_document_no <> document_no, previous_document_no is not null)
        )

),

said as (

    select
        *,
        coalesce(previous_document_no || '、', '') || coalesce(cast(previous_done_date as varchar), '已办') as old_said,
        case
            when not is_followed then '未报'
            when milestone_status <> '已办' then milestone_status
            else coalesce(document_no || '、', '无证号、') || coalesce(cast(done_date as varchar), '无日期')
        end as new_said
    from changed

),

failing as (

    select
        {{ this_side('field', 'new_said', 'old_said') }},
        {{ other_side('field') }},
        milestone,
        previous_project_name,
        old_said,
        new_said
    from said

),

{{ findings({'what': 'milestone', 'project': 'previous_project_name', 'old': 'old_said', 'new': 'new_said'}) }}
