-- 由 taizhang generate 生成，请勿手改：sources/forms/office/supervision_letters.yaml
with source as (

    select * from {{ source('landing', 'supervision_letters') }}

),

selected as (

    select
        'supervision_letters' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        letter_no,
        letter_type,
        cast(letter_level as bigint) as letter_level,
        chain_no,
        trigger_rule,
        trigger_snapshot,
        object_type,
        object_no,
        to_departments,
        cc_leaders,
        supervision_mode,
        reason,
        demand,
        signed_by,
        cast(issued_date as date) as issued_date,
        cast(reply_due_date as date) as reply_due_date,
        cast(replied_date as date) as replied_date,
        reply_text,
        correction_text,
        cast(promised_date as date) as promised_date,
        verdict,
        parent_letter_no,
        cast(deduction_points as decimal(18, 4)) as deduction_points,
        remark
    from source

)

select * from selected
