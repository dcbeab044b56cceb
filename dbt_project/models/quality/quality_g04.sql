with failing as (

    select
        {{ this_side('name_field', 'named', "'存续'") }},
        {{ other_side("'registration_status'", 'register') }},
        registration_status,
        coalesce(cast(ended_date as varchar), '日期不详') as ended_on
    from {{ ref('int_enterprises_compared') }}
    where registration_status in ('注销', '吊销') and coalesce(ended_date < period_start, true)

),

{{ findings({'status': 'registration_status', 'date': 'ended_on'}) }}
