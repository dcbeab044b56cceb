with failing as (

    select
        {{ this_side('name_field', 'named', "'本区企业'") }},
        {{ other_side("'ended_date'", 'register') }},
        coalesce(cast(ended_date as varchar), '日期不详的某日') as ended_on
    from {{ ref('int_enterprises_compared') }}
    where registration_status = '迁出' and coalesce(ended_date < period_start, true)

),

{{ findings({'date': 'ended_on'}) }}
