-- 由 taizhang generate 生成，请勿手改：sources/forms/enterprises/enterprises.yaml
with source as (

    select * from {{ source('landing', 'enterprises') }}

),

selected as (

    select
        'enterprises' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        uscc,
        registration_no,
        organization_code,
        enterprise_name,
        former_names,
        enterprise_type,
        registration_type,
        unit_type,
        registration_authority,
        region_code,
        cast(established_date as date) as established_date,
        cast(operation_from_date as date) as operation_from_date,
        cast(operation_to_date as date) as operation_to_date,
        domicile,
        operating_address,
        cast(registered_capital_wan as decimal(18, 4)) as registered_capital_wan,
        currency,
        business_scope,
        industry_code,
        registration_status,
        cast(ended_date as date) as ended_date,
        ended_reason,
        parent_uscc,
        area,
        scope,
        cast(land_mu as decimal(18, 4)) as land_mu,
        tenure,
        leader_name,
        steward_name,
        data_source,
        cast(updated_date as date) as updated_date,
        duplicate_flag,
        remark
    from source

)

select * from selected
