with companies as (

    select
        name as company,
        company as company_code,
        aliases,
        since,
        until,
        note as remark
    from {{ ref('companies') }}

)

select * from companies
