-- Reform tasks whose last report is red: since when, and whether a supervision letter has gone out.
with tasks as (

    {{ latest_rows(ref('stg_office__reform_tasks'), ['year', 'task_no']) }}

),

lit as (

    select
        *,
        max(case when coalesce(light, '') <> '红' then period end)
            over (partition by year, task_no) as last_other_period,
        row_number() over (partition by year, task_no order by period desc) as recency
    from tasks

),

since as (

    select
        year,
        task_no,
        min(reported_on) as red_since
    from lit
    where light = '红' and (last_other_period is null or period > last_other_period)
    group by year, task_no

),

clock as (

    select cast(max(received_at) as date) as today from {{ ref('int_submissions_in_force') }}

),

letters as (

    select distinct object_no
    from {{ ref('fct_supervision_letters') }}
    where object_type = '任务' and letter_level >= 2

),

red as (

    select
        lit.form,
        lit.department,
        lit.period,
        lit.submission_id,
        lit.sheet,
        lit.sheet_row,
        {{ key_of(['lit.year', 'lit.task_no', 'lit.milestone']) }} as row_key,
        lit.task_name,
        lit.light,
        since.red_since,
        {{ workdays_from('red_day', 'today_day') }} as red_workdays,
        letters.object_no is not null as has_letter
    from lit
    inner join since
        on lit.year = since.year and lit.task_no = since.task_no
    cross join clock
    {{ join_day('since.red_since', 'red_day') }}
    {{ join_day('clock.today', 'today_day') }}
    left join letters
        on lit.task_no = letters.object_no
    where
        lit.recency = 1
        and lit.period in (
            select max(period) from {{ ref('int_submissions_in_force') }}
            where form = 'reform_tasks'
        )

)

select * from red
