with mentions as (

    select
        *,
        {{ normalised_name('project_name') }} as normalised_name
    from {{ ref('int_project_mentions') }}

),

-- The zone's number and the national code of a project, from the forms that tell both.
numbered_codes as (

    select
        project_code,
        min(project_no) as project_no
    from mentions
    where project_code is not null and project_no is not null
    group by project_code
    having min(project_no) = max(project_no)

),

declared_numbers as (

    select
        project_no,
        min(project_code) as project_code
    from mentions
    where is_declared and project_no is not null
    group by project_no

),

numbered_names as (

    select
        normalised_name,
        min(project_no) as project_no
    from mentions
    where is_declared and project_no is not null and normalised_name is not null
    group by normalised_name
    having min(project_no) = max(project_no)

),

-- A project that had no code yet is the one that got it later, as long as name and owner lead to one code only.
coded_names as (

    select
        project_name,
        owner_name,
        min(project_code) as project_code
    from mentions
    where project_code is not null and project_name is not null and owner_name is not null
    group by project_name, owner_name
    having min(project_code) = max(project_code)

),

coded as (

    select
        mentions.*,
        coalesce(mentions.project_code, coded_names.project_code) as known_code,
        coalesce(
            min(case when mentions.project_no is null then mentions.owner_name end) over same_name
            = max(case when mentions.project_no is null then mentions.owner_name end) over same_name,
            true
        ) as has_one_owner
    from mentions
    left join coded_names
        on
            mentions.project_name = coded_names.project_name
            and mentions.owner_name = coded_names.owner_name
    window same_name as (
        partition by mentions.normalised_name, coalesce(mentions.project_code, coded_names.project_code)
    )

),

-- The number that a mention leads to: its own, that of its code, or that of its name unless the codes say no.
numbered as (

    select
        coded.*,
        coalesce(
            declared_numbers.project_no,
            numbered_codes.project_no,
            case
                when
                    coded.project_no is null
                    and coded.has_one_owner
                    and coalesce(named.project_code = coded.known_code, true)
                    then numbered_names.project_no
            end
        ) as known_number
    from coded
    left join declared_numbers
        on coded.project_no = declared_numbers.project_no
    left join numbered_codes
        on coded.known_code = numbered_codes.project_code
    left join numbered_names
        on coded.normalised_name = numbered_names.normalised_name
    left join declared_numbers as named
        on numbered_names.project_no = named.project_no

),

identities as (

    select
        mention_id,
        project_no,
        project_code,
        project_name,
        owner_name,
        coalesce(
            known_number,
            case when is_declared then coalesce(known_code, {{ key_of(['project_name', 'owner_name']) }}) end
        ) as project_id,
        case
            when known_number = project_no then '编号'
            when project_code is not null and is_declared then '代码'
            when known_number is not null or is_declared then '名称'
        end as matched_by,
        is_declared,
        mention_count
    from numbered

)

select * from identities
