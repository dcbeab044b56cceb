-- 由 taizhang generate 生成，请勿手改：sources/forms/party/party_alliances.yaml
with source as (

    select * from {{ source('landing', 'party_alliances') }}

),

selected as (

    select
        'party_alliances' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        alliance_name,
        industry,
        member_names,
        cast(founded_date as date) as founded_date,
        joint_projects,
        remark
    from source

)

select * from selected
