with evaluations as (

    select
        {{ key_of(['subject_name', 'evaluator_type', 'period']) }} as evaluation_id,
        period,
        period_start,
        period_end,
        '全区' as scope,
        subject_name,
        evaluator_type,
        count(*) as ballot_count,
        -- Of one or two ballots the mean tells what stands on them; and the subject's points minus the other kinds' means
        -- would be it.
        cast(
            case
                when min(count(*)) over (partition by subject_name, period) >= 3 then avg(score_points)
            end as decimal(18, 4)
        ) as average_points
    from {{ ref('fct_assessment_ballots') }}
    group by subject_name, evaluator_type, period, period_start, period_end

)

select * from evaluations
