with in_force as (

    {{ rows_in_force(ref('stg_projects__key_projects')) }}

),

-- A project that had no code yet is the one that got it later, as long as name and owner lead to one code only.
known_codes as (

    select
        project_name,
        owner_name,
        case when min(project_code) = max(project_code) then min(project_code) end as known_code
    from in_force
    where project_code is not null
    group by project_name, owner_name

),

identified as (

    select
        coalesce(
            in_force.project_code,
            known_codes.known_code,
            {{ key_of(['in_force.project_name', 'in_force.owner_name']) }}
        ) as project_id,
        {{ key_of(['in_force.project_name', 'in_force.owner_name']) }} as row_key,
        case
            when in_force.project_level in ('省级重大', '省级重点') then '省级'
            when in_force.project_level = '市级重点' then '市级'
            else '区级'
        end as level_group,
        in_force.*
    from in_force
    left join known_codes
        on
            in_force.project_name = known_codes.project_name
            and in_force.owner_name = known_codes.owner_name

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
