with reported as (

    {{ latest_rows(ref('stg_party__party_organizations'), ['org_no']) }}

),

ranked as (

    select
        reported.*,
        min(reported.period) over (partition by reported.org_no) as first_period,
        row_number() over (partition by reported.org_no order by reported.period desc) as newness
    from reported

),

party_organizations as (

    select
        org_no as organization_id,
        org_name,
        parent_org_name,
        org_type,
        industry,
        founded_date,
        approval_document_no,
        term_end_date,
        org_type not in ('党建联盟', '党建共同体') as is_organization,
        first_period,
        period as last_period,
        form,
        submission_id,
        sheet,
        sheet_row
    from ranked
    where newness = 1

)

select * from party_organizations
