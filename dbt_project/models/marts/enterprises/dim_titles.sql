with titles as (

    select
        title,
        name as title_name,
        aliases,
        level as title_level,
        years as valid_years,
        note as remark
    from {{ ref('titles') }}

)

select * from titles
