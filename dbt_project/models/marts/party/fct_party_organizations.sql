with reported as (

    {{ latest_rows(ref('stg_party__party_organizations'), ['org_no']) }}

),

party_organizations as (

    select
        {{ key_of(['org_no', 'period']) }} as party_organization_id,
        period,
        period_start,
        period_end,
        department,
        '全区' as scope,
        org_no,
        org_name,
        org_type,
        industry,
        enterprise_names,
        enterprise_codes,
        founded_date,
        term_end_date,
        full_member_count,
        probationary_member_count,
        floating_member_count,
        org_no as organization_id,
        org_type not in ('党建联盟', '党建共同体') as is_organization,
        {{ count_of_parts('enterprise_names') }} as enterprise_count,
        full_member_count + probationary_member_count as member_count,
        coalesce(term_end_date < period_end, false) as is_term_over,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from reported

)

select * from party_organizations
