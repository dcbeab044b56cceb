-- A cell is late with its submission; disputed while a finding about it is open; explained when all of those were answered.
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

cells as (

    select distinct
        indicator_id,
        period,
        submission_id,
        form,
        sheet,
        sheet_row,
        field,
        row_key
    from {{ ref('indicator_sources') }}

),

doubted as (

    select
        cells.indicator_id,
        cells.period,
        cells.row_key,
        cells.field,
        max(coalesce(submissions.is_late, 0)) as is_late,
        max(coalesce(findings.is_disputed, 0)) as is_disputed,
        max(case when findings.submission_id is null then 0 else 1 end) as has_findings
    from cells
    left join submissions
        on
            cells.submission_id = submissions.submission_id
            and cells.form = submissions.form
    left join findings
        on
            cells.submission_id = findings.submission_id
            and cells.form = findings.form
            and coalesce(findings.row = cells.sheet_row, true)
            and coalesce(findings.field = cells.field, true)
    group by
        cells.indicator_id, cells.period, cells.submission_id, cells.form, cells.sheet, cells.sheet_row, cells.field,
        cells.row_key

),

counted as (

    select
        indicator_id,
        period,
        count(*) as inputs,
        cast(sum(is_late) as bigint) as late_inputs,
        cast(sum(is_disputed) as bigint) as disputed_inputs,
        cast(sum(case when has_findings = 1 and is_disputed = 0 then 1 else 0 end) as bigint) as explained_inputs
    from doubted
    group by indicator_id, period

)

select
    figures.indicator_value_id,
    figures.indicator_id,
    figures.period,
    figures.scope,
    coalesce(counted.inputs, 0) as inputs,
    coalesce(counted.late_inputs, 0) as late_inputs,
    coalesce(counted.disputed_inputs, 0) as disputed_inputs,
    coalesce(counted.explained_inputs, 0) as explained_inputs,
    {%- for kind in ['late', 'disputed', 'explained'] %}
    cast(counted.{{ kind }}_inputs * cast(1 as decimal(18, 6)) / nullif(counted.inputs, 0) as decimal(18, 6)) as {{ kind }}_rate{{ '' if loop.last else ',' }}
    {%- endfor %}
from {{ ref('indicator_values') }} as figures
left join counted
    on
        figures.indicator_id = counted.indicator_id
        and figures.period = counted.period
