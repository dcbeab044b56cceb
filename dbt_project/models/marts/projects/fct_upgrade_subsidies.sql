with reported as (

    {{ latest_rows(ref('stg_projects__upgrade_subsidies'), ['application_no', 'batch']) }}

),

identified as (

    select
        reported.*,
        enterprise.enterprise_id,
        project.project_id
    from reported
    {{ join_enterprise('reported.uscc', 'reported.enterprise_name') }}
    {{ join_project(code='reported.project_code', name='reported.project_name', owner='reported.enterprise_name') }}

),

dated as (

    select
        identified.*,
        {{ workdays_from('accepted_day', 'paid_day') }} as acceptance_to_payment_workdays
    from identified
    {{ join_day('identified.accepted_date', 'accepted_day') }}
    {{ join_day('identified.paid_date', 'paid_day') }}

),

upgrade_subsidies as (

    select
        {{ key_of(['application_no', 'batch', 'period']) }} as upgrade_subsidy_id,
        project_id,
        enterprise_id,
        enterprise_id is not null as is_registered,
        period,
        period_start,
        period_end,
        department,
        '全区' as scope,
        application_no,
        batch,
        enterprise_name,
        uscc,
        project_name,
        project_code,
        filed_date,
        filed_investment_wan,
        started_date,
        ended_date,
        is_in_statistics,
        statistics_project_name,
        statistics_investment_wan,
        equipment_declared_wan,
        equipment_invoiced_wan,
        equipment_audited_wan,
        invoice_from_date,
        invoice_to_date,
        invoice_count,
        subsidy_mode,
        clause,
        subsidy_rate,
        cap_wan,
        base_finance_wan,
        current_finance_wan,
        added_finance_wan,
        amount_applied_wan,
        amount_approved_wan,
        amount_paid_wan,
        accepted_date,
        acceptance_result,
        first_review_date,
        first_review_result,
        second_review_date,
        second_review_result,
        published_date,
        publication_result,
        paid_date,
        payment_result,
        is_credit_clean,
        is_free_of_duplicates,
        application_status,
        application_status not in ('填报', '撤回') as is_applied,
        {{ so_far_this_year('accepted_date') }} as is_applied_in_year,
        application_status = '已拨付' as is_paid,
        acceptance_to_payment_workdays,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from dated

)

select * from upgrade_subsidies
