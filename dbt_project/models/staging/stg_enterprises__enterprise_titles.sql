-- 由 taizhang generate 生成，请勿手改：sources/forms/enterprises/enterprise_titles.yaml
with source as (

    select * from {{ source('landing', 'enterprise_titles') }}

),

selected as (

    select
        'enterprise_titles' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        enterprise_name,
        uscc,
        title_name,
        title_level,
        stage,
        application_type,
        batch,
        cast(application_date as date) as application_date,
        cast(award_date as date) as award_date,
        document_no,
        certificate_no,
        cast(valid_from_date as date) as valid_from_date,
        cast(valid_to_date as date) as valid_to_date,
        cast(revenue_prior_wan as decimal(18, 4)) as revenue_prior_wan,
        cast(revenue_growth_rate as decimal(18, 6)) as revenue_growth_rate,
        cast(rd_expense_wan as decimal(18, 4)) as rd_expense_wan,
        cast(rd_share_rate as decimal(18, 6)) as rd_share_rate,
        cast(tech_staff_rate as decimal(18, 6)) as tech_staff_rate,
        cast(hightech_income_rate as decimal(18, 6)) as hightech_income_rate,
        cast(ip_count as bigint) as ip_count,
        gap_text,
        coach_name,
        next_step_text,
        statistics_profession,
        cast(revenue_ytd_wan as decimal(18, 4)) as revenue_ytd_wan,
        cast(revenue_12_months_wan as decimal(18, 4)) as revenue_12_months_wan,
        exit_reason,
        remark
    from source

)

select * from selected
