-- 由 taizhang generate 生成，请勿手改：sources/forms/party/enterprise_party_building.yaml
with source as (

    select * from {{ source('landing', 'enterprise_party_building') }}

),

selected as (

    select
        'enterprise_party_building' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        enterprise_name,
        uscc,
        cast(staff_count as bigint) as staff_count,
        cast(full_member_count as bigint) as full_member_count,
        cast(is_owner_member as boolean) as is_owner_member,
        formation,
        no_formation_reason,
        leader_name,
        remark
    from source

)

select * from selected
