with registered as (

    select distinct
        uscc,
        enterprise_name,
        former_names
    from ({{ rows_in_force(ref('stg_enterprises__enterprises')) }}) as in_force
    where duplicate_flag <> '删除' and uscc is not null

)

select * from registered
