with in_force as (

    {{ rows_in_force(ref('stg_projects__key_projects')) }}

),

identified as (

    select
        project.project_id,
        {{ key_of(['in_force.project_name', 'in_force.owner_name']) }} as row_key,
        case
            when in_force.project_level in ('省级重大', '省级重点') then '省级'
            when in_force.project_level = '市级重点' then '市级'
            else '区级'
        end as level_group,
        enterprise.enterprise_id,
        in_force.*
    from in_force
    {{ join_project(code='in_force.project_code', name='in_force.project_name', owner='in_force.owner_name') }}
    {{ join_enterprise('in_force.uscc', 'in_force.owner_name') }}

),

ranked as (

    select
        *,
        row_number() over (
            partition by project_id, period
            order by
                case project_level
                    when '省级重大' then 1
                    when '省级重点' then 2
                    when '市级重点' then 3
                    when '区级重点' then 4
                    else 5
                end,
                received_at desc,
                submission_id desc,
                sheet asc,
                sheet_row asc
        ) as level_order
    from identified

)

select * from ranked
