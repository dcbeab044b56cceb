-- The last word on each filing that the desk sent back as a whole; why it did stays with the decisions.
with ranked as (

    select
        form,
        department,
        period,
        taken_at as returned_at,
        due_date as again_due_date,
        row_number() over (partition by form, department, period order by taken_at desc, decision_id desc) as recency
    from {{ ref('stg_inbox__decisions') }}
    where kind = 'submission_return' and not is_withdrawn

),

returned as (

    select
        {{ key_of(['form', 'department', 'period']) }} as filing_id,
        form,
        department,
        period,
        returned_at,
        again_due_date
    from ranked
    where recency = 1

)

select * from returned
