with open_submissions as (

    select distinct
        submission_id,
        form,
        period
    from {{ ref('fct_submissions') }}
    where is_in_force or is_latest

),

in_submissions as (

    select
        results.rule,
        results.form,
        sum(results.evaluated) as evaluated,
        sum(results.failed) as failed,
        sum(results.not_evaluated) as not_evaluated
    from {{ ref('stg_inbox__rule_results') }} as results
    inner join open_submissions
        on
            results.submission_id = open_submissions.submission_id
            and results.form = open_submissions.form
            and coalesce(results.period, '') = coalesce(open_submissions.period, '')
    group by results.rule, results.form

),

failing as (

    select
        rule,
        count(*) as failed
    from (
        select distinct
            rule,
            submission_id,
            sheet,
            row
        from {{ ref('int_findings_placed') }}
        where found_by = 'warehouse'
    ) as failing_rows
    group by rule

),

between_submissions as (

    select
        evaluations.rule,
        evaluations.form,
        evaluations.evaluated,
        coalesce(failing.failed, 0) as failed,
        evaluations.considered - evaluations.evaluated as not_evaluated
    from ({{ quality_evaluations() }}) as evaluations
    left join failing
        on evaluations.rule = failing.rule

),

counted as (

    select * from in_submissions
    union all
    select * from between_submissions

),

-- A rule that nothing was judged by is a result as well.
final as (

    select
        {{ key_of(['rules.rule_id', 'counted.form']) }} as rule_result_id,
        rules.rule,
        rules.rule_version,
        coalesce(counted.form, nullif(rules.own_form, '')) as form,
        rules.level,
        rules.is_trial,
        cast(coalesce(counted.evaluated, 0) as bigint) as evaluated,
        cast(greatest(coalesce(counted.evaluated, 0) - coalesce(counted.failed, 0), 0) as bigint) as passed,
        cast(coalesce(counted.failed, 0) as bigint) as failed,
        cast(coalesce(counted.not_evaluated, 0) as bigint) as not_evaluated,
        case
            when counted.failed > 0 then 'fail'
            when counted.evaluated > 0 then 'pass'
            else 'not_evaluated'
        end as result
    from {{ ref('dim_rules') }} as rules
    left join counted
        on
            rules.rule = counted.rule
            and (
                rules.own_form = counted.form
                or (
                    rules.own_form = ''
                    and not exists (
                        select 1
                        from {{ ref('dim_rules') }} as own_rules
                        where own_rules.rule = counted.rule and own_rules.own_form = counted.form
                    )
                )
            )

)

select * from final
