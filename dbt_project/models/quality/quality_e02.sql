with failing as (

    select
        {{ this_side("'stage'", 'stage', "'已签约'") }},
        {{ other_side("'signed_date'", 'signing') }},
        project_name,
        cast(signed_date as varchar) as signed_on
    from {{ ref('int_talks_signed') }}
    where stage <> '已签约'

),

{{ findings({'name': 'project_name', 'date': 'signed_on'}) }}
