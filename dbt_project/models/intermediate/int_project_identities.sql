with identities as (

    select
        numbered.mention_id,
        numbered.project_no,
        numbered.project_code,
        numbered.project_name,
        numbered.owner_name,
        matches.project_id,
        matches.matched_by,
        matches.probability,
        matches.candidates,
        numbered.is_declared,
        numbered.mention_count
    from {{ ref('int_project_numbers') }} as numbered
    inner join {{ ref('int_project_matches') }} as matches
        on numbered.mention_id = matches.mention_id

)

select * from identities
