-- Industrial firms above scale in the cultivation list, beside the firms that reported in the same month.
with listed as (

    select
        *,
        split_part(row_key, '|', 1) as uscc,
        row_number() over (partition by split_part(row_key, '|', 1), period order by sheet_row) as firm_order
    from {{ ref('fct_enterprise_titles') }}
    where
        title = 'above_scale' and is_valid_at_period_end
        and coalesce(statistics_profession, 'B 工业') = 'B 工业'

),

filings as (

    select
        reports.form,
        reports.department,
        reports.period,
        reports.submission_id,
        reports.sheet
    from {{ ref('int_submissions_in_force') }} as reports
    inner join {{ ref('int_submissions_in_force') }} as lists
        on reports.period = lists.period
    where reports.form = 'industrial_months' and lists.form = 'enterprise_titles'

),

reported as (

    select
        months.*,
        filings.form as filing_form
    from {{ ref('fct_industrial_months') }} as months
    inner join filings
        on months.submission_id = filings.submission_id and months.period = filings.period

),

owed as (

    select
        listed.*,
        filings.form as filing_form,
        filings.department as filing_department,
        filings.submission_id as filing_submission_id,
        filings.sheet as filing_sheet
    from listed
    inner join filings
        on listed.period = filings.period
    where listed.firm_order = 1

),

compared as (

    select
        coalesce(reported.filing_form, owed.filing_form) as form,
        coalesce(reported.department, owed.filing_department) as department,
        coalesce(reported.period, owed.period) as period,
        coalesce(reported.submission_id, owed.filing_submission_id) as submission_id,
        coalesce(reported.sheet, owed.filing_sheet) as sheet,
        reported.sheet_row,
        coalesce(reported.uscc, owed.uscc) as row_key,
        coalesce(reported.enterprise_name, owed.enterprise_name) as enterprise_name,
        reported.uscc is not null as is_reported,
        owed.uscc is not null as is_listed,
        {{ place_of('owed', 'list') }}
    from reported
    full outer join owed
        on reported.uscc = owed.uscc and reported.period = owed.period

)

select * from compared
