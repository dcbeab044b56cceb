with ordered as (

    select
        *,
        coalesce(declared_completion_rate, completion_rate) as shown_completion_rate,
        coalesce(extended_end_date, planned_end_date) as claimed_end_date,
        row_number() over (partition by year, task_no order by period) as report_number
    from {{ ref('fct_reform_tasks') }}

),

compared as (

    select
        this.*,
        previous.submission_id as previous_submission_id,
        previous.form as previous_form,
        previous.sheet as previous_sheet,
        previous.sheet_row as previous_sheet_row,
        previous.shown_completion_rate as previous_completion_rate,
        previous.claimed_end_date as previous_end_date
    from ordered as this
    inner join ordered as previous
        on
            this.year = previous.year
            and this.task_no = previous.task_no
            and this.report_number = previous.report_number + 1

)

select * from compared
