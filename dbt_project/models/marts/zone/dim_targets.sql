with assessed as (

    {{ rows_in_force(ref('stg_office__assessment_indicators')) }}

),

-- The target of a year is the assessment's, in the indicator's unit, as long as all assessments of it agree.
of_assessment as (

    select
        assessed.source_indicator as indicator_id,
        cast(assessed.period as bigint) as year,
        cast(null as varchar) as scope,
        cast(
            min(assessed.target_value * {{ as_published('assessed.indicator_unit', 'indicators.unit') }})
            as decimal(18, 6)
        ) as target,
        case when min(assessed.measure) = '年累计' and max(assessed.measure) = '年累计' then 'even' else 'level' end
            as curve,
        min(assessed.document_no) as document_no,
        cast(null as varchar) as approved_by,
        cast(assessed.period || '-01-01' as date) as valid_from_date,
        'assessment' as source
    from assessed
    inner join {{ ref('dim_indicators') }} as indicators
        on assessed.source_indicator = indicators.indicator_id
    group by assessed.source_indicator, assessed.period
    having
        min(assessed.target_value) = max(assessed.target_value)
        and min(assessed.indicator_unit) = max(assessed.indicator_unit)

),

of_list as (

    select
        indicator as indicator_id,
        year,
        scope,
        cast(target as decimal(18, 6)) as target,
        coalesce(curve, 'even') as curve,
        document_no,
        approved_by,
        coalesce(valid_from, cast(cast(year as varchar) || '-01-01' as date)) as valid_from_date,
        'list' as source
    from {{ ref('indicator_targets') }}

),

-- What the zone lists is the target; the assessment's stands only where the zone lists none.
stated as (

    select * from of_list
    union all
    select of_assessment.*
    from of_assessment
    left join of_list
        on of_assessment.indicator_id = of_list.indicator_id and of_assessment.year = of_list.year
    where of_list.indicator_id is null

),

revised as (

    select
        *,
        row_number() over revisions as revision,
        {{ plus_days('lead(valid_from_date) over revisions', -1) }} as valid_until_date
    from stated
    window revisions as (partition by indicator_id, year, coalesce(scope, '') order by valid_from_date)

),

targets as (

    select
        {{ key_of(['indicator_id', 'year', "coalesce(scope, '')", 'revision']) }} as target_id,
        indicator_id,
        year,
        scope,
        cast(revision as bigint) as revision,
        target,
        curve,
        document_no,
        approved_by,
        valid_from_date,
        valid_until_date,
        valid_until_date is null as is_latest,
        source
    from revised

)

select * from targets
