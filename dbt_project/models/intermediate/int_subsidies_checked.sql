-- Applicants beside the register and the firms above scale of the same month.
with above_scale as (

    select distinct
        period,
        enterprise_id
    from {{ ref('fct_enterprise_titles') }}
    where title = 'above_scale' and is_valid_at_period_end and enterprise_id is not null

),

checked as (

    select
        subsidies.*,
        enterprises.registration_status,
        coalesce(cast(clauses.asks_above_scale as varchar) = 'true', false) as asks_above_scale,
        above_scale.enterprise_id is not null as is_above_scale
    from {{ ref('fct_upgrade_subsidies') }} as subsidies
    left join {{ ref('dim_enterprises') }} as enterprises
        on subsidies.enterprise_id = enterprises.enterprise_id
    left join {{ ref('subsidy_clauses') }} as clauses
        on subsidies.clause = clauses.name
    left join above_scale
        on subsidies.enterprise_id = above_scale.enterprise_id and subsidies.period = above_scale.period
    where subsidies.application_status not in ('不予支持', '撤回')

)

select * from checked
