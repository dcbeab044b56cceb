with identities as (

    select
        mentions.mention_id,
        mentions.uscc,
        mentions.enterprise_name,
        matches.enterprise_id,
        matches.matched_by,
        matches.probability,
        matches.candidates,
        mentions.mention_count
    from {{ ref('int_enterprise_mentions') }} as mentions
    inner join {{ ref('int_enterprise_matches') }} as matches
        on mentions.mention_id = matches.mention_id

)

select * from identities
