with reported as (

    {{ latest_rows(ref('stg_investment__signings'), ['project_no', 'agreement_type', 'signed_date']) }}

),

identified as (

    select
        reported.*,
        enterprise.enterprise_id,
        project.project_id
    from reported
    {{ join_enterprise('reported.uscc', 'reported.enterprise_name') }}
    {{ join_project(number='reported.project_no', name='reported.project_name', owner='reported.enterprise_name') }}

),

signings as (

    select
        {{ key_of(['project_no', 'agreement_type', 'signed_date', 'period']) }} as signing_id,
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
        investor_name,
        agreement_type,
        signed_date,
        is_new,
        agreed_investment_wan,
        agreed_fixed_investment_wan,
        investment_form,
        carrier_use,
        approval_kind,
        enterprise_name,
        uscc,
        registered_date,
        start_kind,
        started_date,
        production_date,
        funds_month_wan,
        funds_ytd_wan,
        funds_prior_ytd_wan,
        funds_total_wan,
        foreign_capital_usd_wan,
        assessment_kind,
        exclusion_reasons,
        evidence,
        case
            when agreed_investment_wan >= 100000 then '10亿元以上'
            when agreed_investment_wan >= 50000 then '5–10亿元'
            when agreed_investment_wan >= 10000 then '1–5亿元'
            else '1亿元以下'
        end as investment_band,
        agreement_type = '投资协议' as is_investment_agreement,
        {{ so_far_this_year('signed_date') }} as is_signed_in_year,
        coalesce(signed_date between period_start and period_end, false) as is_signed_in_month,
        assessment_kind = '考核项目' and exclusion_reasons is null as is_recognized,
        coalesce(started_date <= period_end, false) as is_started,
        coalesce(production_date <= period_end, false) as is_in_production,
        {{ days_from('signed_date', 'started_date') }} as sign_to_start_days,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from identified

)

select * from signings
