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
        max(case when is_in_force or (is_latest and verdict = 'rejected') then 1 else 0 end) as open_rank,
        max(case when is_in_force then 1 else 0 end) as in_force_rank
    from {{ ref('fct_submissions') }}
    where form is not null
    group by submission_id, form, period

),

-- A file that nobody could read or recognise stays open until the same department sends one of the same name.
files as (

    select
        submission_id,
        dense_rank() over (
            partition by department, file order by received_at desc, submission_id desc
        ) as recency
    from {{ ref('stg_inbox__submissions') }}

),

unreadable as (

    select
        submission_id,
        min(recency) as recency
    from files
    group by submission_id

),

final as (

    select
        {{ fingerprint([
            'found.finding_id', 'found.submission_id', 'found.sheet', 'cast(found.row as varchar)', 'found.cell',
            'cast(row_number() over (partition by found.finding_id, found.submission_id, found.sheet, found.row,'
            ~ ' found.cell order by found.message) as varchar)',
        ]) }} as finding_row_id,
        found.finding_id,
        found.found_by,
        found.rule,
        found.level,
        found.message,
        found.form,
        found.department,
        found.period,
        found.submission_id,
        found.sheet,
        found.row,
        found.cell,
        found.field,
        found.title,
        found.value,
        found.expected,
        found.difference,
        found.other_submission_id,
        found.other_cell,
        found.row_key,
        coalesce(submissions.open_rank = 1, unreadable.recency = 1, false) as is_open,
        coalesce(submissions.in_force_rank = 1, false) as is_in_force
    from found
    left join submissions
        on
            found.submission_id = submissions.submission_id
            and found.form = submissions.form
            and coalesce(found.period, '') = coalesce(submissions.period, '')
    left join unreadable
        on found.submission_id = unreadable.submission_id

)

select * from final
