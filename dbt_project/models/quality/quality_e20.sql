with judged as (

    select
        *,
        case
            when registration_status is null then '不在名录'
            when registration_status in ('注销', '吊销', '迁出') and coalesce(ended_date <= period_end, true)
                then '已' || registration_status
        end as state
    from {{ ref('int_party_enterprises_compared') }}
    where has_register

),

failing as (

    select
        {{ this_side("'enterprise_names'", 'enterprise_name', "'在名录、存续的企业'") }},
        {{ other_side("'registration_status'", 'register') }},
        enterprise_name,
        state
    from judged
    where state is not null

),

{{ findings({'name': 'enterprise_name', 'state': 'state'}) }}
