with reported as (

    {{ latest_rows(ref('stg_party__enterprise_party_building'), ['enterprise_name']) }}

),

identified as (

    select
        reported.*,
        enterprise.enterprise_id
    from reported
    {{ join_enterprise('reported.uscc', 'reported.enterprise_name') }}

),

enterprise_party_building as (

    select
        {{ key_of(['enterprise_name', 'period']) }} as enterprise_party_building_id,
        enterprise_id,
        enterprise_id is not null as is_registered,
        period,
        period_start,
        period_end,
        department,
        '全区' as scope,
        enterprise_name,
        uscc,
        staff_count,
        full_member_count,
        is_owner_member,
        formation,
        no_formation_reason,
        leader_name,
        formation in ('单独', '联合') as is_covered,
        formation = '单独' as is_formed_alone,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from identified

)

select * from enterprise_party_building
