-- The enterprises that party organisations rest on, each beside the register as it stands.
with listed as (

    select
        organizations.*,
        part as enterprise_name
    from ({{ parts_of(ref('fct_party_organizations'), 'enterprise_names') }}) as organizations

),

compared as (

    select
        listed.form,
        listed.department,
        listed.period,
        listed.submission_id,
        listed.sheet,
        listed.sheet_row,
        listed.row_key || '|' || listed.enterprise_name as row_key,
        listed.org_name,
        listed.enterprise_name,
        enterprises.registration_status,
        enterprises.ended_date,
        listed.period_end,
        exists(select 1 from {{ ref('dim_enterprises') }}) as has_register,
        {{ place_of('enterprises', 'register') }}
    from listed
    {{ join_enterprise('cast(null as varchar)', 'listed.enterprise_name') }}
    left join {{ ref('dim_enterprises') }} as enterprises
        on enterprise.enterprise_id = enterprises.enterprise_id

)

select * from compared
