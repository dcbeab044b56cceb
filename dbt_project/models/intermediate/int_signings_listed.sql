-- Started agreements of a month in which the list of key projects came too.
with listed as (

    select
        period,
        project_id
    from {{ ref('fct_project_months') }}
    group by period, project_id

),

compared as (

    select
        signings.*,
        listed.project_id is not null as is_key_project
    from {{ ref('fct_signings') }} as signings
    left join listed
        on signings.project_id = listed.project_id and signings.period = listed.period
    where
        signings.is_investment_agreement and signings.is_started and signings.exclusion_reasons is null
        and signings.period in (
            select period from {{ ref('int_submissions_in_force') }}
            where form = 'key_projects'
        )

)

select * from compared
