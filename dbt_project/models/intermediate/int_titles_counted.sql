-- How many titles are valid at the end of a period, beside the filing before, and how many changes were reported.
with titles as (

    select
        *,
        lag(is_valid_at_period_end) over (partition by row_key order by period) as was_valid
    from {{ ref('fct_enterprise_titles') }}

),

filings as (

    select
        form,
        department,
        period,
        submission_id,
        sheet,
        lag(period) over (partition by department order by period) as previous_period,
        lag(submission_id) over (partition by department order by period) as previous_submission_id
    from {{ ref('int_submissions_in_force') }}
    where form = 'enterprise_titles'

),

counted as (

    select
        filings.form,
        filings.department,
        filings.period,
        filings.submission_id,
        filings.sheet,
        cast(null as bigint) as sheet_row,
        titles.title_name,
        titles.title_name as row_key,
        filings.previous_period,
        filings.previous_submission_id,
        filings.form as previous_form,
        filings.sheet as previous_sheet,
        cast(null as bigint) as previous_sheet_row,
        cast(
            sum(case when titles.period = filings.period and titles.is_valid_at_period_end then 1 else 0 end) as bigint
        ) as valid_count,
        cast(
            sum(case when titles.period <> filings.period and titles.is_valid_at_period_end then 1 else 0 end) as bigint
        ) as previous_valid_count,
        -- Won: valid now, not valid before, and awarded, renewed or moved in since. Lost: its end is told.
        cast(sum(
            case
                when
                    titles.period = filings.period
                    and titles.is_valid_at_period_end
                    and not coalesce(titles.was_valid, false)
                    and (
                        titles.award_date > {{ period_end('filings.previous_period') }}
                        or titles.stage = '复核通过' or titles.application_type = '迁入'
                    )
                    then 1
                else 0
            end
        ) as bigint) as won_count,
        cast(sum(
            case
                when
                    titles.period = filings.period and titles.was_valid and not titles.is_valid_at_period_end
                    and (
                        titles.stage in ('到期', '取消') or titles.exit_reason is not null
                        or titles.valid_until_date <= {{ period_end('filings.period') }}
                    )
                    then 1
                else 0
            end
        ) as bigint) as lost_count
    from filings
    inner join titles
        on
            filings.department = titles.department
            and titles.period in (filings.period, filings.previous_period)
    where
        substr(filings.period, 1, 4) = substr(filings.previous_period, 1, 4)
        or {{ period_start('filings.period') }} = {{ plus_days(period_end('filings.previous_period'), 1) }}
    group by
        filings.form, filings.department, filings.period, filings.submission_id, filings.sheet,
        titles.title_name, filings.previous_period, filings.previous_submission_id

)

select * from counted
