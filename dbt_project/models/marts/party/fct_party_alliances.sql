with reported as (

    {{ latest_rows(ref('stg_party__party_alliances'), ['alliance_name']) }}

),

party_alliances as (

    select
        {{ key_of(['alliance_name', 'period']) }} as party_alliance_id,
        period,
        period_start,
        period_end,
        department,
        '全区' as scope,
        alliance_name,
        industry,
        member_names,
        founded_date,
        joint_projects,
        {{ count_of_parts('member_names') }} as member_count,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from reported

)

select * from party_alliances
