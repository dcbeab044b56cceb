-- 由 taizhang generate 生成，请勿手改：sources/forms/projects/upgrade_subsidies.yaml
with source as (

    select * from {{ source('landing', 'upgrade_subsidies') }}

),

selected as (

    select
        'upgrade_subsidies' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        application_no,
        batch,
        enterprise_name,
        uscc,
        project_name,
        project_code,
        cast(filed_date as date) as filed_date,
        cast(filed_investment_wan as decimal(18, 4)) as filed_investment_wan,
        cast(started_date as date) as started_date,
        cast(ended_date as date) as ended_date,
        cast(is_in_statistics as boolean) as is_in_statistics,
        statistics_project_name,
        cast(statistics_investment_wan as decimal(18, 4)) as statistics_investment_wan,
        cast(equipment_declared_wan as decimal(18, 4)) as equipment_declared_wan,
        cast(equipment_invoiced_wan as decimal(18, 4)) as equipment_invoiced_wan,
        cast(equipment_audited_wan as decimal(18, 4)) as equipment_audited_wan,
        cast(invoice_from_date as date) as invoice_from_date,
        cast(invoice_to_date as date) as invoice_to_date,
        cast(invoice_count as bigint) as invoice_count,
        invoice_nos,
        subsidy_mode,
        clause,
        cast(subsidy_rate as decimal(18, 6)) as subsidy_rate,
        cast(cap_wan as decimal(18, 4)) as cap_wan,
        cast(base_finance_wan as decimal(18, 4)) as base_finance_wan,
        cast(current_finance_wan as decimal(18, 4)) as current_finance_wan,
        cast(added_finance_wan as decimal(18, 4)) as added_finance_wan,
        cast(amount_applied_wan as decimal(18, 4)) as amount_applied_wan,
        cast(amount_approved_wan as decimal(18, 4)) as amount_approved_wan,
        cast(amount_paid_wan as decimal(18, 4)) as amount_paid_wan,
        cast(accepted_date as date) as accepted_date,
        acceptance_result,
        cast(first_review_date as date) as first_review_date,
        first_review_result,
        cast(second_review_date as date) as second_review_date,
        second_review_result,
        cast(published_date as date) as published_date,
        publication_result,
        cast(paid_date as date) as paid_date,
        payment_result,
        cast(is_credit_clean as boolean) as is_credit_clean,
        cast(is_free_of_duplicates as boolean) as is_free_of_duplicates,
        application_status,
        remark
    from source

)

select * from selected
