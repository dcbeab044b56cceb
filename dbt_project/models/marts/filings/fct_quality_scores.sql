with owed as (

    select
        department,
        {{ month_of('period_start') }} as period,
        form,
        count(*) as forms_due,
        count(case when is_on_time then obligation_id end) as forms_on_time,
        count(case when is_filed then obligation_id end) as forms_filed,
        count(case when is_accepted_at_once then obligation_id end) as forms_accepted_at_once,
        sum(coalesce(late_workdays, 0)) as late_workdays
    from {{ ref('fct_obligations') }}
    where is_due
    group by all

),

late as (

    select
        department,
        period,
        sum(forms_due) as forms_due,
        sum(forms_on_time) as forms_on_time,
        sum(forms_filed) as forms_filed,
        sum(forms_accepted_at_once) as forms_accepted_at_once,
        sum(late_workdays) as late_workdays,
        sum(least(2 * late_workdays, 10)) as late_points
    from owed
    group by department, period

),

sent as (

    select
        department,
        {{ month_of(period_end('period')) }} as period,
        count(case when verdict = 'rejected' and mandatory_count > 0 then submission_form_id end) as returns,
        count(distinct case when is_in_force then correction_id end) as corrections
    from {{ ref('fct_submissions') }}
    where form is not null
    group by all

),

found as (

    select
        asked_department as department,
        {{ month_of(period_end('period')) }} as period,
        count(
            distinct case
                when level = 'verify' and status in ('new', 'open', 'lapsed', 'returned', 'reopened') then finding_id
            end
        ) as unexplained,
        count(distinct case when level = 'notice' then finding_id end) as notices,
        count(distinct case when times_reopened > 0 then finding_id end) as repeats,
        max(
            case
                when level = 'verify' and status in ('new', 'open', 'lapsed', 'returned', 'reopened') then age_workdays
            end
        ) as oldest_workdays
    from {{ ref('fct_findings') }}
    where is_in_force and not is_trial and status is not null
    group by all

),

scored as (

    select
        late.*,
        coalesce(sent.returns, 0) as returns,
        coalesce(sent.corrections, 0) as corrections,
        coalesce(found.unexplained, 0) as unexplained,
        coalesce(found.notices, 0) as notices,
        coalesce(found.repeats, 0) as repeats,
        found.oldest_workdays
    from late
    left join sent
        on late.department = sent.department and late.period = sent.period
    left join found
        on late.department = found.department and late.period = found.period

),

quality_scores as (

    select
        {{ key_of(['department', 'period']) }} as quality_score_id,
        period,
        {{ period_start('period') }} as period_start,
        {{ period_end('period') }} as period_end,
        department,
        cast(forms_due as bigint) as forms_due,
        cast(forms_on_time as bigint) as forms_on_time,
        cast(forms_filed as bigint) as forms_filed,
        cast(forms_accepted_at_once as bigint) as forms_accepted_at_once,
        cast(late_workdays as bigint) as late_workdays,
        cast(returns as bigint) as returns,
        cast(corrections as bigint) as corrections,
        cast(unexplained as bigint) as unexplained,
        cast(notices as bigint) as notices,
        cast(repeats as bigint) as repeats,
        cast(oldest_workdays as bigint) as oldest_workdays,
        cast(late_points as decimal(18, 4)) as late_points,
        cast(3 * returns as decimal(18, 4)) as return_points,
        cast(unexplained as decimal(18, 4)) as unexplained_points,
        cast(least(0.2 * notices, 5) as decimal(18, 4)) as notice_points,
        cast(5 * corrections as decimal(18, 4)) as correction_points,
        cast(
            greatest(100 - late_points - 3 * returns - unexplained - least(0.2 * notices, 5) - 5 * corrections, 0)
            as decimal(18, 4)
        ) as score
    from scored

)

select * from quality_scores
