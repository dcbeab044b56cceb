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
        -- Of one or two ballots the mean tells what stands on them.
        cast(case when count(*) >= 3 then avg(score_points) end as decimal(18, 4)) as average_points
    from {{ ref('fct_assessment_ballots') }}
    group by subject_name, evaluator_type, period, period_start, period_end

)

select * from evaluations
