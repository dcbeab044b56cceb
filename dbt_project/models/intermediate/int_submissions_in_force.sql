with accepted as (

    select * from {{ ref('int_submissions_accepted') }}
    where may_take_force

),

ranked as (

    select
        form,
        department,
        period,
        submission_id,
        sheet,
        received_at,
        judged_at,
        correction_id,
        greatest(received_at, coalesce(judged_at, received_at)) as known_at,
        row_number() over (
            partition by form, department, period
            order by received_at desc, judged_at desc, submission_id desc, sheet desc
        ) as recency
    from accepted

),

in_force as (

    select
        {{ key_of(['form', 'department', 'period']) }} as filing_id,
        form,
        department,
        period,
        submission_id,
        sheet,
        received_at,
        judged_at,
        known_at,
        correction_id
    from ranked
    where recency = 1

)

select * from in_force
