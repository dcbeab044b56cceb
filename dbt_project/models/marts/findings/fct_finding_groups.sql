with numbered as (

    select
        *,
        row_number() over (partition by group_id order by row asc, cell asc, finding_row_id asc) as place
    from {{ ref('fct_findings') }}

),

final as (

    select
        group_id,
        min(rule) as rule,
        min(level) as level,
        min(form) as form,
        min(department) as department,
        min(period) as period,
        min(submission_id) as submission_id,
        min(sheet) as sheet,
        min(field) as field,
        min(title) as title,
        cast(count(*) as bigint) as finding_count,
        cast(sum(case when is_open then 1 else 0 end) as bigint) as open_count,
        max(case when place = 1 then cell end)
        || coalesce('、' || max(case when place = 2 then cell end), '')
        || coalesce('、' || max(case when place = 3 then cell end), '') as example_cells,
        max(case when place = 1 then message end) as example_message
    from numbered
    group by group_id

)

select * from final
