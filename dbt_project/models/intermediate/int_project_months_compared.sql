with ordered as (

    select
        *,
        row_number() over (partition by project_id order by period) as report_number
    from {{ ref('fct_project_months') }}

),

-- What stood at the end of a year: the next year begins with it.
closings as (

    select * from {{ ref('fct_project_months') }}
    where substr(period, 6, 2) = '12'

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
        closings.investment_total_wan as closing_investment_total_wan,
        {{ place_of('closings', 'closing') }},
        substr(this.period, 1, 4) = substr(previous.period, 1, 4) as is_same_year,
        this.period_start = {{ plus_months('previous.period_start', 1) }} as is_next_month
    from ordered as this
    inner join ordered as previous
        on
            this.project_id = previous.project_id
            and this.report_number = previous.report_number + 1
    left join closings
        on
            this.project_id = closings.project_id
            and closings.period = cast({{ year_of('this.period') }} - 1 as varchar) || '-12'

)

select * from compared
