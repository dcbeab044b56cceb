-- A cell is late with its submission, disputed while a finding about it is open, explained when all were answered.
with findings as (

    select
        submission_id,
        form,
        row,
        field,
        max(case when status in ('explained', 'accepted', 'waived') then 0 else 1 end) as is_disputed
    from {{ ref('fct_findings') }}
    where is_open and not is_trial
    group by submission_id, form, row, field

),

submissions as (

    select
        submission_id,
        form,
        max(case when late_workdays > 0 then 1 else 0 end) as is_late
    from {{ ref('fct_submissions') }}
    group by submission_id, form

),

counted as (

    select
        cells.indicator_id,
        cells.period,
        cast(sum(cells.cells) as bigint) as inputs,
        cast(sum(coalesce(submissions.is_late, 0) * cells.cells) as bigint) as late_inputs
    from {{ ref('int_indicator_cells_counted') }} as cells
    left join submissions
        on
            cells.submission_id = submissions.submission_id
            and cells.form = submissions.form
    group by cells.indicator_id, cells.period

),

-- Only cells with findings are looked at one by one: there are few of them. A cell counts once, whatever parts it feeds.
asked_about as (

    select
        cells.indicator_id,
        cells.period,
        max(findings.is_disputed) as is_disputed
    from {{ ref('indicator_sources') }} as cells
    inner join findings
        on
            cells.submission_id = findings.submission_id
            and cells.form = findings.form
            and coalesce(cells.sheet_row = findings.row, true)
            and coalesce(cells.field = findings.field, true)
    group by
        cells.indicator_id, cells.period, cells.submission_id, cells.form, cells.sheet, cells.sheet_row, cells.field,
        cells.row_key

),

doubted as (

    select
        indicator_id,
        period,
        cast(sum(is_disputed) as bigint) as disputed_inputs,
        cast(sum(1 - is_disputed) as bigint) as explained_inputs
    from asked_about
    group by indicator_id, period

)

select
    figures.indicator_value_id,
    figures.indicator_id,
    figures.period,
    figures.scope,
    coalesce(counted.inputs, 0) as inputs,
    coalesce(counted.late_inputs, 0) as late_inputs,
    coalesce(doubted.disputed_inputs, 0) as disputed_inputs,
    coalesce(doubted.explained_inputs, 0) as explained_inputs,
    cast(counted.late_inputs / nullif(counted.inputs, 0) as decimal(18, 6)) as late_rate,
    cast(coalesce(doubted.disputed_inputs, 0) / nullif(counted.inputs, 0) as decimal(18, 6)) as disputed_rate,
    cast(coalesce(doubted.explained_inputs, 0) / nullif(counted.inputs, 0) as decimal(18, 6)) as explained_rate
from {{ ref('indicator_values') }} as figures
left join counted
    on
        figures.indicator_id = counted.indicator_id
        and figures.period = counted.period
left join doubted
    on
        figures.indicator_id = doubted.indicator_id
        and figures.period = doubted.period
