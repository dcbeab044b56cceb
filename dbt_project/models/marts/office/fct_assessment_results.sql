with indicators as (

    select *
    from (
        select
            indicators.*,
            row_number() over (
                partition by period, indicator_no
                order by received_at desc, submission_id desc, sheet_row desc
            ) as recency
        from ({{ rows_in_force(ref('stg_office__assessment_indicators')) }}) as indicators
    ) as ranked
    where recency = 1

),

results as (

    select *
    from (
        select
            results.*,
            row_number() over (
                partition by period, subject_name, indicator_no
                order by received_at desc, submission_id desc, sheet_row desc
            ) as recency
        from ({{ rows_in_force(ref('stg_office__assessment_results')) }}) as results
    ) as ranked
    where recency = 1

),

joined as (

    select
        {{ key_of(['results.subject_name', 'results.indicator_no', 'results.period']) }} as assessment_result_id,
        results.period,
        {{ period_start('results.period') }} as period_start,
        results.department,
        results.subject_name,
        results.indicator_no,
        coalesce(indicators.indicator_name, results.indicator_name) as indicator_name,
        indicators.part,
        indicators.subject_type,
        indicators.measure,
        indicators.direction,
        indicators.indicator_unit,
        indicators.source_indicator,
        indicators.recognized_by,
        indicators.scoring_rule,
        results.evidence,
        results.opinion,
        results.objection,
        results.ruling,
        indicators.weight_points,
        indicators.base_value,
        indicators.target_value,
        indicators.stretch_value,
        indicators.cap_factor,
        results.declared_value,
        results.recognized_value,
        cast(
            coalesce(results.recognized_value, results.declared_value) / nullif(indicators.target_value, 0)
            as decimal(18, 6)
        ) as target_completion_rate,
        results.rank as subject_rank,
        indicators.indicator_no is not null as has_target,
        indicators.submission_id as indicator_submission_id,
        indicators.sheet as indicator_sheet,
        indicators.sheet_row as indicator_sheet_row,
        results.form,
        results.submission_id,
        results.sheet,
        results.sheet_row,
        {{ key_of(['results.subject_name', 'results.indicator_no']) }} as row_key
    from results
    left join indicators
        on
            results.indicator_no = indicators.indicator_no
            and substr(results.period, 1, 4) = indicators.period

)

select * from joined
