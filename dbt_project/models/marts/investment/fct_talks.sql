with reported as (

    {{ latest_rows(ref('stg_investment__talks'), ['project_no']) }}

),

identified as (

    select
        reported.*,
        enterprise.enterprise_id,
        project.project_id
    from reported
    {{ join_enterprise('reported.uscc', 'reported.investor_name') }}
    {{ join_project(number='reported.project_no', name='reported.project_name', owner='reported.investor_name') }}

),

compared as (

    select
        identified.*,
        stages.kind as stage_kind,
        lag(identified.stage) over project_periods as previous_stage,
        lag(stages.kind) over project_periods as previous_kind,
        lag(identified.progress_text) over project_periods as previous_progress_text
    from identified
    left join {{ ref('talk_stages') }} as stages
        on identified.stage = stages.name
    window project_periods as (partition by identified.project_no order by identified.period_start)

),

talks as (

    select
        {{ key_of(['project_no', 'period']) }} as talk_id,
        project_id,
        enterprise_id,
        enterprise_id is not null as is_registered,
        period,
        period_start,
        period_end,
        department,
        '全区' as scope,
        project_no,
        project_name,
        stage,
        is_new,
        investor_name,
        uscc,
        investor_intro,
        investor_class,
        ownership,
        capital_source,
        origin,
        existing_enterprise,
        project_category,
        sector,
        industry_chain,
        content,
        planned_investment_wan,
        fixed_investment_wan,
        registered_capital_wan,
        carrier_use,
        needed_land_mu,
        needed_area_m2,
        expected_output_wan,
        expected_tax_wan,
        expected_jobs,
        first_contact_date,
        progress_text,
        no_progress_reason,
        next_step_text,
        next_step_due_date,
        review_result,
        expected_sign_date,
        issue_types,
        channel,
        leader_name,
        responsible_departments,
        end_reason,
        stage_kind,
        previous_stage,
        coalesce(stage_kind = 'talks', false) as is_in_talks,
        coalesce(
            previous_kind = 'talks' and stage_kind in ('signed', 'paused', 'ended'), false
        ) as is_left,
        no_progress_reason is null
        and (
            previous_stage is null
            or previous_stage <> stage
            or coalesce(progress_text <> previous_progress_text, false)
        ) as has_progress,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from compared

)

select * from talks
