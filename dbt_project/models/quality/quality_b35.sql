with heads as (

    select
        *,
        substr(industry_code, 1, 2) as division,
        output_month_wan / nullif(employees, 0) as per_head,
        case when is_continued then previous_output_month_wan / nullif(previous_employees, 0) end as previous_per_head
    from {{ ref('int_industrial_months_compared') }}

),

peers as (

    {{ log_baseline('heads', ['division', 'period'], 'per_head') }}

),

compared as (

    select
        heads.*,
        peers.baseline_count,
        {{ usual('peers.usual_log') }} as usual_per_head,
        {{ slip_factor('per_head', 'previous_per_head', within=0.3) }} as own_factor,
        {{ modified_z('per_head', 'peers.usual_log', 'peers.spread_log') }} as spreads
    from heads
    left join peers
        on heads.division = peers.division and heads.period = peers.period

),

judged as (

    select
        *,
        case
            when own_factor is not null then '本企业上期'
            when
                baseline_count >= {{ limit_of('peer_count') }} and abs(spreads) > {{ limit_of('peer_spread') }}
                and greatest(per_head / nullif(usual_per_head, 0), usual_per_head / nullif(per_head, 0))
                > {{ limit_of('peer_factor') }}
                then '同行业' || cast(baseline_count as varchar) || '家企业的常见值'
        end as basis,
        case when own_factor is not null then previous_per_head else usual_per_head end as base
    from compared

),

failing as (

    select
        {{ this_side(
            "'output_month_wan'",
            shown('output_month_wan'),
            "'人均约' || cast(cast(base as decimal(18, 2)) as varchar)",
        ) }},
        case when own_factor is not null then previous_submission_id end as other_submission_id,
        previous_form as other_form,
        previous_sheet as other_sheet,
        previous_sheet_row as other_row,
        'output_month_wan' as other_field,
        basis,
        cast(cast(per_head as decimal(18, 2)) as varchar) as per_head_said,
        cast(cast(base as decimal(18, 2)) as varchar) as base_said,
        cast(cast(greatest(per_head / base, base / per_head) as decimal(18, 0)) as varchar) as times
    from judged
    where basis is not null

),

{{ findings({'a': 'per_head_said', 'basis': 'basis', 'b': 'base_said', 'n': 'times'}) }}
