with ordered as (

    select
        *,
        row_number() over (partition by project_id order by period) as report_number
    from {{ ref('fct_project_months') }}

),

compared as (

    select
        this.*,
        previous.period as previous_period,
        previous.submission_id as previous_submission_id,
        previous.form as previous_form,
        previous.sheet as previous_sheet,
        previous.sheet_row as previous_sheet_row,
        previous.total_investment_wan as previous_total_investment_wan,
        previous.planned_investment_year_wan as previous_planned_investment_year_wan,
        previous.investment_ytd_wan as previous_investment_ytd_wan,
        previous.project_level as previous_project_level,
        substr(this.period, 1, 4) = substr(previous.period, 1, 4) as is_same_year,
        this.period_start = {{ plus_months('previous.period_start', 1) }} as is_next_month
    from ordered as this
    inner join ordered as previous
        on
            this.project_id = previous.project_id
            and this.report_number = previous.report_number + 1

)

select * from compared
