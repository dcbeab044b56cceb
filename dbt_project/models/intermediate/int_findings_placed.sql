with found as (

    select
        'submission' as found_by,
        findings.*
    from {{ ref('stg_inbox__findings') }} as findings
    union all
    select
        'warehouse' as found_by,
        findings.*
    from ({{ quality_findings() }}) as findings

),

submissions as (

    select
        submission_id,
        form,
        period,
        max(received_at) as received_at,
        max(judged_at) as judged_at,
        max(rejudged_at) as rejudged_at,
        max(case when is_in_force or is_latest then 1 else 0 end) as open_rank,
        max(case when is_in_force then 1 else 0 end) as in_force_rank
    from {{ ref('fct_submissions') }}
    where form is not null
    group by submission_id, form, period

),

-- A file that nobody could read or recognise stays open until the same department sends one of the same name.
files as (

    select
        submission_id,
        department,
        received_at,
        judged_at,
        dense_rank() over (
            partition by department, file order by received_at desc, submission_id desc
        ) as recency
    from {{ ref('stg_inbox__submissions') }}

),

sent as (

    select
        submission_id,
        min(department) as department,
        min(recency) as recency,
        max(received_at) as received_at,
        max(judged_at) as judged_at
    from files
    group by submission_id

),

placed as (

    select
        {{ fingerprint([
            'found.finding_id', 'found.submission_id', 'found.sheet', 'cast(found.row as varchar)', 'found.cell',
            'cast(row_number() over (partition by found.finding_id, found.submission_id, found.sheet, found.row,'
            ~ ' found.cell order by found.message) as varchar)',
        ]) }} as finding_row_id,
        found.*,
        coalesce(own_rules.rule_version, rules.rule_version, '1') as rule_version,
        coalesce(own_rules.is_trial, rules.is_trial, false) as is_trial,
        coalesce(own_rules.asks, rules.asks, found.department, sent.department) as asked_department,
        coalesce(submissions.open_rank = 1, sent.recency = 1, false) as is_open,
        coalesce(submissions.in_force_rank = 1, false) as is_in_force,
        sent.received_at,
        greatest(sent.judged_at, coalesce(other_sent.judged_at, sent.judged_at)) as known_at,
        submissions.rejudged_at
    from found
    left join submissions
        on
            found.submission_id = submissions.submission_id
            and found.form = submissions.form
            and coalesce(found.period, '') = coalesce(submissions.period, '')
    left join sent
        on found.submission_id = sent.submission_id
    left join sent as other_sent
        on found.other_submission_id = other_sent.submission_id
    left join {{ ref('dim_rules') }} as own_rules
        on found.rule = own_rules.rule and found.form = own_rules.own_form
    left join {{ ref('dim_rules') }} as rules
        on found.rule = rules.rule and rules.own_form = ''

)

select * from placed
