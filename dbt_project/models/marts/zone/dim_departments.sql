with departments as (

    select
        department,
        name as department_name,
        kind as department_kind,
        aliases,
        since,
        until,
        note as remark
    from {{ ref('departments') }}

)

select * from departments
