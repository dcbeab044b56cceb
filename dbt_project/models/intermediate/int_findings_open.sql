with ranked as (

    select
        *,
        row_number() over (
            partition by finding_id
            order by received_at desc, submission_id desc, sheet asc, row asc, cell asc, finding_row_id asc
        ) as choice
    from {{ ref('int_findings_placed') }}
    where is_open and not is_trial

),

open_findings as (

    select * from ranked
    where choice = 1

)

select * from open_findings
