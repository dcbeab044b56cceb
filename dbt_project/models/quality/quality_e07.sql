with judged as (

    select
        *,
        case
            when not is_registered then '不在企业名录'
            when registration_status <> '存续' then '登记状态为' || registration_status
            when asks_above_scale and not is_above_scale then '不是规上企业'
            when not is_credit_clean then '失信核查未通过'
        end as reason
    from {{ ref('int_subsidies_checked') }}

),

failing as (

    select
        {{ this_side("'enterprise_name'", 'enterprise_name', "'在名录、存续、未失信的企业'") }},
        {{ no_other_side() }},
        enterprise_name,
        reason
    from judged
    where reason is not null

),

{{ findings({'name': 'enterprise_name', 'reason': 'reason'}) }}
