{# The rows of a staging model whose submission is in force for its department, form and period. #}
{% macro rows_in_force(staging) %}
    select
        reported.*,
        in_force.received_at
    from {{ staging }} as reported
    inner join {{ ref('int_submissions_in_force') }} as in_force
        on
            reported.submission_id = in_force.submission_id
            and reported.form = in_force.form
            and reported.department = in_force.department
            and reported.period = in_force.period
{% endmacro %}

{#
    Every event of a form that tells only what happened, once for each period in force from its own to the year's end:
    what has happened so far this year is then the last period's rows. `told_period` is the event's own.
#}
{% macro so_far(fact, form) %}
    select
        events.* exclude (period, period_start, period_end),
        events.period as told_period,
        told.period,
        {{ period_start('told.period') }} as period_start,
        {{ period_end('told.period') }} as period_end
    from {{ fact }} as events
    inner join (
        select distinct period from {{ ref('int_submissions_in_force') }}
        where form = '{{ form }}'
    ) as told
        on events.period <= told.period and substr(events.period, 1, 4) = substr(told.period, 1, 4)
{% endmacro %}

{#
    The rows in force, each key once a period: of several departments or sheets that send it, the one received last.
    An event is told once, whatever the period: `once=true` leaves the period out of the key.
    Adds `period_start`, `period_end` and `row_key` (the parts of the form's key joined by |).
#}
{% macro latest_rows(staging, key, once=false) %}
    select
        *,
        {{ period_start('period') }} as period_start,
        {{ period_end('period') }} as period_end,
        {{ key_of(key) }} as row_key
    from (
        select
            in_force.*,
            row_number() over (
                partition by {{ key | join(', ') }}{{ '' if once else ', period' }}
                order by received_at desc, submission_id desc, sheet_row desc
            ) as recency
        from ({{ rows_in_force(staging) }}) as in_force
    ) as numbered
    where recency = 1
{% endmacro %}
