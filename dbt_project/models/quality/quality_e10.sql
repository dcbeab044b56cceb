with failing as (

    select
        {{ this_side("'reserved_project_no'", 'reserved_project_no', "'在谈或已签约的项目'") }},
        {{ other_side("'stage'", 'talk') }},
        row_key as carrier,
        project_name
    from {{ ref('int_carriers_reserved') }}
    where stage = '终止'

),

{{ findings({'carrier': 'carrier', 'name': 'project_name'}) }}
