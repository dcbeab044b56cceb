-- Every item of the reform assessment in every filing of reform tasks: how many tasks name it.
with items as (

    select
        filings.form,
        filings.department,
        filings.period,
        filings.submission_id,
        filings.sheet,
        items.name as item
    from {{ ref('int_submissions_in_force') }} as filings
    cross join {{ ref('reform_items') }} as items
    where filings.form = 'reform_tasks'

),

named as (

    select
        submission_id,
        period,
        part as item,
        count(*) as task_count
    from ({{ parts_of(ref('fct_reform_tasks'), 'reform_items') }}) as listed
    where is_listed
    group by submission_id, period, part

),

evidence as (

    select
        year,
        reform_item as item,
        min(submission_id) as submission_id,
        min(form) as form,
        min(sheet) as sheet,
        min(sheet_row) as sheet_row
    from ({{ rows_in_force(ref('stg_office__reform_evidence')) }}) as in_force
    group by year, reform_item

),

supported as (

    select
        items.form,
        items.department,
        items.period,
        items.submission_id,
        items.sheet,
        cast(null as bigint) as sheet_row,
        items.item as row_key,
        items.item,
        coalesce(named.task_count, 0) as task_count,
        {{ place_of('evidence', 'evidence') }}
    from items
    left join named
        on items.submission_id = named.submission_id and items.period = named.period and items.item = named.item
    left join evidence
        on {{ year_of('items.period') }} = evidence.year and items.item = evidence.item

)

select * from supported
