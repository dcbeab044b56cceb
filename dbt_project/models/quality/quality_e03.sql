with failing as (

    select
        {{ this_side("'project_name'", 'project_name', "'列入重点项目清单'") }},
        {{ no_other_side() }},
        project_name,
        {{ shown('agreed_investment_wan') }} as amount
    from {{ ref('int_signings_listed') }}
    where not is_key_project and agreed_investment_wan >= {{ limit_of('key_project_wan') }}

),

{{ findings({'name': 'project_name', 'a': 'amount'}) }}
