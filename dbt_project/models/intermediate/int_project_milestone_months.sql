with reported as (

    {{ latest_rows(ref('stg_projects__project_milestones'), ['project_no', 'milestone', 'phase']) }}

),

identified as (

    select
        reported.*,
        project.project_id,
        nodes.milestone as milestone_code,
        coalesce(nodes.is_certificate, false) as is_certificate,
        reported.milestone_status = '已办' and coalesce(reported.done_date <= reported.period_end, false) as is_done,
        days.workday_number as done_workday
    from reported
    {{ join_project(number='reported.project_no', code='reported.project_code', name='reported.project_name') }}
    left join {{ ref('milestones') }} as nodes
        on reported.milestone = nodes.name
    {{ join_day('reported.done_date', 'days') }}

),

certificates as (

    select count(*) as certificates_asked from {{ ref('milestones') }}
    where is_certificate

),

counted as (

    select
        *,
        sum(case when is_certificate and is_done then 1 else 0 end) over project_phase as certificates_done,
        min(case when is_certificate and is_done then done_workday end) over project_phase as first_certificate_workday,
        max(case when is_certificate and is_done then done_workday end) over project_phase as last_certificate_workday,
        max(
            case when is_certificate and is_done then cast(done_date as varchar) || milestone_code end
        ) over project_phase as last_certificate,
        min(case when milestone_code = 'M04' and is_done then done_workday end) over project_phase as land_workday
    from identified
    cross join certificates
    window project_phase as (partition by project_no, phase, period)

),

spanned as (

    select
        *,
        coalesce(
            certificates_done = certificates_asked
            and last_certificate = cast(done_date as varchar) || milestone_code,
            false
        ) as is_last_certificate,
        last_certificate_workday - first_certificate_workday as certificate_span
    from counted

),

milestone_months as (

    select
        {{ key_of(['project_no', 'milestone', 'phase', 'period']) }} as milestone_month_id,
        project_id,
        period,
        period_start,
        period_end,
        department,
        '全区' as scope,
        project_no,
        project_name,
        project_code,
        milestone,
        phase,
        milestone_status,
        document_no,
        planned_date,
        accepted_date,
        done_date,
        land_mu,
        floor_area_m2,
        land_price_wan,
        acceptance_result,
        basis_text,
        responsible_department,
        problem_text,
        milestone_code,
        is_certificate,
        milestone_status <> '不需办' as is_applicable,
        is_done,
        {{ so_far_this_year('planned_date') }} as is_due,
        is_done and coalesce(done_date <= planned_date, false) as is_done_on_time,
        is_done and extract(year from done_date) = {{ year_of('period') }} as is_done_in_year,
        cast(certificates_done as bigint) as certificates_done,
        is_last_certificate,
        case when is_last_certificate then certificate_span end as certificate_span_workdays,
        is_last_certificate and coalesce(certificate_span <= 1, false) as is_five_together,
        case when is_done then done_workday - land_workday end as workdays_from_land,
        milestone_code = 'M11'
        and is_done
        and coalesce(done_workday - land_workday <= {{ limit_of('land_to_permit_workdays') }}, false)
            as is_started_with_land,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from spanned

)

select * from milestone_months
