-- Projects under way of both lists whose progress can stand still. `report` numbers the reports with one wording.
with reported as (

    select
        form,
        department,
        period,
        submission_id,
        sheet,
        sheet_row,
        row_key,
        'K' || project_id as object_id,
        progress_text,
        cast(null as varchar) as explanation,
        is_listed and year_status in ('续建', '新开工') and investment_month_wan = 0 as is_idle
    from {{ ref('fct_project_months') }}
    union all
    select
        talks.form,
        talks.department,
        talks.period,
        talks.submission_id,
        talks.sheet,
        talks.sheet_row,
        {{ key_of(['talks.project_no']) }} as row_key,
        'T' || talks.project_no as object_id,
        talks.progress_text,
        talks.no_progress_reason as explanation,
        coalesce(stages.kind in ('lead', 'talks'), false) as is_idle
    from ({{ rows_in_force(ref('stg_investment__talks')) }}) as talks
    left join {{ ref('talk_stages') }} as stages
        on talks.stage = stages.name

),

compared as (

    select
        *,
        lag(progress_text) over (partition by object_id order by period) as previous_progress_text,
        lag(submission_id) over (partition by object_id order by period) as previous_submission_id,
        lag(form) over (partition by object_id order by period) as previous_form,
        lag(sheet) over (partition by object_id order by period) as previous_sheet,
        lag(sheet_row) over (partition by object_id order by period) as previous_sheet_row
    from reported

),

worded as (

    select
        *,
        sum(
            case
                when is_idle and replace(progress_text, ' ', '') = replace(previous_progress_text, ' ', '') then 0
                else 1
            end
        ) over (partition by object_id order by period) as wording
    from compared

),

numbered as (

    select
        *,
        cast(row_number() over (partition by object_id, wording order by period) as bigint) as report
    from worded

)

select * from numbered
