-- 由 taizhang generate 生成，请勿手改：sources/forms
with enterprise_rows as (

    select
        form,
        department,
        period,
        submission_id,
        sheet,
        sheet_row,
        {{ key_of(['project_name', 'owner_name']) }} as row_key,
        uscc,
        owner_name as named,
        'owner_name' as name_field
    from ({{ rows_in_force(ref('stg_projects__key_projects')) }}) as in_force
    where uscc is not null
    union all
    select
        form,
        department,
        period,
        submission_id,
        sheet,
        sheet_row,
        {{ key_of(['project_no']) }} as row_key,
        uscc,
        investor_name as named,
        'investor_name' as name_field
    from ({{ rows_in_force(ref('stg_investment__talks')) }}) as in_force
    where uscc is not null
    union all
    select
        form,
        department,
        period,
        submission_id,
        sheet,
        sheet_row,
        {{ key_of(['project_no', 'agreement_type', 'signed_date']) }} as row_key,
        uscc,
        enterprise_name as named,
        'enterprise_name' as name_field
    from ({{ rows_in_force(ref('stg_investment__signings')) }}) as in_force
    where uscc is not null
    union all
    select
        form,
        department,
        period,
        submission_id,
        sheet,
        sheet_row,
        {{ key_of(['project_no']) }} as row_key,
        uscc,
        enterprise_name as named,
        'enterprise_name' as name_field
    from ({{ rows_in_force(ref('stg_projects__project_performance')) }}) as in_force
    where uscc is not null
    union all
    select
        form,
        department,
        period,
        submission_id,
        sheet,
        sheet_row,
        {{ key_of(['carrier_no']) }} as row_key,
        uscc,
        owner_name as named,
        'owner_name' as name_field
    from ({{ rows_in_force(ref('stg_investment__carriers')) }}) as in_force
    where uscc is not null
    union all
    select
        form,
        department,
        period,
        submission_id,
        sheet,
        sheet_row,
        {{ key_of(['carrier_no', 'enterprise_name', 'room']) }} as row_key,
        uscc,
        enterprise_name as named,
        'enterprise_name' as name_field
    from ({{ rows_in_force(ref('stg_investment__carrier_tenants')) }}) as in_force
    where uscc is not null
    union all
    select
        form,
        department,
        period,
        submission_id,
        sheet,
        sheet_row,
        {{ key_of(['uscc', 'title_name', 'batch']) }} as row_key,
        uscc,
        enterprise_name as named,
        'enterprise_name' as name_field
    from ({{ rows_in_force(ref('stg_enterprises__enterprise_titles')) }}) as in_force
    where uscc is not null
    union all
    select
        form,
        department,
        period,
        submission_id,
        sheet,
        sheet_row,
        {{ key_of(['uscc']) }} as row_key,
        uscc,
        enterprise_name as named,
        'enterprise_name' as name_field
    from ({{ rows_in_force(ref('stg_projects__industrial_months')) }}) as in_force
    where uscc is not null
    union all
    select
        form,
        department,
        period,
        submission_id,
        sheet,
        sheet_row,
        {{ key_of(['case_no']) }} as row_key,
        uscc,
        enterprise_name as named,
        'enterprise_name' as name_field
    from ({{ rows_in_force(ref('stg_enterprises__appeals')) }}) as in_force
    where uscc is not null
    union all
    select
        form,
        department,
        period,
        submission_id,
        sheet,
        sheet_row,
        {{ key_of(['application_no', 'batch']) }} as row_key,
        uscc,
        enterprise_name as named,
        'enterprise_name' as name_field
    from ({{ rows_in_force(ref('stg_projects__upgrade_subsidies')) }}) as in_force
    where uscc is not null
    union all
    select
        form,
        department,
        period,
        submission_id,
        sheet,
        sheet_row,
        {{ key_of(['uscc']) }} as row_key,
        uscc,
        enterprise_name as named,
        'enterprise_name' as name_field
    from ({{ rows_in_force(ref('stg_finance__key_taxpayers')) }}) as in_force
    where uscc is not null
    union all
    select
        form,
        department,
        period,
        submission_id,
        sheet,
        sheet_row,
        {{ key_of(['contract_no']) }} as row_key,
        uscc,
        tenant_name as named,
        'tenant_name' as name_field
    from ({{ rows_in_force(ref('stg_finance__leases')) }}) as in_force
    where uscc is not null
    union all
    select
        form,
        department,
        period,
        submission_id,
        sheet,
        sheet_row,
        {{ key_of(['enterprise_name']) }} as row_key,
        uscc,
        enterprise_name as named,
        'enterprise_name' as name_field
    from ({{ rows_in_force(ref('stg_party__enterprise_party_building')) }}) as in_force
    where uscc is not null

)

select * from enterprise_rows
