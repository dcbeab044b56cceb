-- 由 taizhang generate 生成，请勿手改：sources/forms/investment/talks.yaml
with source as (

    select * from {{ source('landing', 'talks') }}

),

selected as (

    select
        'talks' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        project_no,
        project_name,
        stage,
        cast(is_new as boolean) as is_new,
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
        cast(planned_investment_wan as decimal(18, 4)) as planned_investment_wan,
        cast(fixed_investment_wan as decimal(18, 4)) as fixed_investment_wan,
        cast(registered_capital_wan as decimal(18, 4)) as registered_capital_wan,
        carrier_use,
        cast(needed_land_mu as decimal(18, 4)) as needed_land_mu,
        cast(needed_area_m2 as decimal(18, 4)) as needed_area_m2,
        cast(expected_output_wan as decimal(18, 4)) as expected_output_wan,
        cast(expected_tax_wan as decimal(18, 4)) as expected_tax_wan,
        cast(expected_jobs as bigint) as expected_jobs,
        cast(first_contact_date as date) as first_contact_date,
        progress_text,
        no_progress_reason,
        next_step_text,
        cast(next_step_due_date as date) as next_step_due_date,
        review_result,
        cast(expected_sign_date as date) as expected_sign_date,
        issue_types,
        channel,
        leader_name,
        responsible_departments,
        end_reason,
        remark
    from source

)

select * from selected
