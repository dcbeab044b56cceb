{#
    Two ways to put the rows in force of a form beside those of the period before (latest_rows: each key once a period).
    `key`: the columns that name an object; `columns`: what is wanted of the previous row; `rows`: SQL with other
    rows than those (period_start and row_key among its columns).
#}

{#
    The rows of a form, each beside the row of the same key in the last period before it in which the key was reported:
    `previous_<column>` and the place of that row, null where the key is reported for the first time; `is_same_year`;
    `is_next_period` (nothing lies between); `is_continued` (one of both: what lies years back is no comparison); `is_listed_late`: first report of the year, though the department has filed
    the form earlier in the year.
#}
{% macro with_previous(staging, key, columns, rows=none) -%}
with latest as (

    {{ rows or latest_rows(staging, key) }}

),

beside as (

    select
        *,
        {%- for column in ['period', 'submission_id', 'form', 'sheet', 'sheet_row'] + columns %}
        lag({{ column }}) over (partition by {{ key | join(', ') }} order by period) as previous_{{ column }},
        {%- endfor %}
        min(period) over (partition by form, department, substr(period, 1, 4)) as first_period_of_year
    from latest

)

select
    *,
    coalesce(substr(period, 1, 4) = substr(previous_period, 1, 4), false) as is_same_year,
    coalesce(period_start = {{ plus_days(period_end('previous_period'), 1) }}, false) as is_next_period,
    coalesce(
        substr(period, 1, 4) = substr(previous_period, 1, 4)
        or period_start = {{ plus_days(period_end('previous_period'), 1) }}, false
    ) as is_continued,
    first_period_of_year < period
    and coalesce(substr(period, 1, 4) <> substr(previous_period, 1, 4), true) as is_listed_late
from beside
{%- endmacro %}

{#
    The rows of the filing before (of the same year, or of the period right before), each beside the row of the same key in the filing after it: `previous_<column>` and
    the place of the old row, `<column>` and `sheet_row` of the new one (null where the key is gone), `is_followed`.
    form, department, period, submission_id and sheet are those of the filing after.
#}
{% macro followed(staging, key, columns, rows=none) -%}
with latest as (

    {{ rows or latest_rows(staging, key) }}

),

filings as (

    select
        form,
        department,
        period,
        submission_id,
        sheet,
        lag(period) over (partition by form, department order by period) as previous_period,
        lag(submission_id) over (partition by form, department order by period) as previous_submission_id
    from {{ ref('int_submissions_in_force') }}

)

select
    filings.form,
    filings.department,
    filings.period,
    filings.submission_id,
    coalesce(following.sheet, filings.sheet) as sheet,
    following.sheet_row,
    previous.row_key,
    previous.period as previous_period,
    previous.submission_id as previous_submission_id,
    previous.form as previous_form,
    previous.sheet as previous_sheet,
    previous.sheet_row as previous_sheet_row,
    {%- for column in key %}
    previous.{{ column }},
    {%- endfor %}
    {%- for column in columns %}
    previous.{{ column }} as previous_{{ column }},
    following.{{ column }},
    {%- endfor %}
    following.submission_id is not null as is_followed,
    substr(filings.period, 1, 4) = substr(previous.period, 1, 4) as is_same_year
from latest as previous
inner join filings
    on
        previous.form = filings.form
        and previous.department = filings.department
        and previous.period = filings.previous_period
        and previous.submission_id = filings.previous_submission_id
        and (
            substr(filings.period, 1, 4) = substr(previous.period, 1, 4)
            or {{ period_start('filings.period') }} = {{ plus_days(period_end('previous.period'), 1) }}
        )
left join latest as following
    on
        filings.period = following.period
        and previous.row_key = following.row_key
{%- endmacro %}

{# The columns of a `followed` relation that every list has. #}
{% macro followed_place(relation) -%}
    {{ relation }}.form,
        {{ relation }}.department,
        {{ relation }}.period,
        {{ relation }}.submission_id,
        {{ relation }}.sheet,
        {{ relation }}.previous_submission_id,
        {{ relation }}.is_followed
{%- endmacro %}

{# The columns of a `with_previous` relation that every list has. #}
{% macro object_place(relation) -%}
    {{ relation }}.form,
        {{ relation }}.department,
        {{ relation }}.period,
        {{ relation }}.submission_id,
        {{ relation }}.sheet,
        {{ relation }}.sheet_row,
        {{ relation }}.row_key,
        {{ relation }}.is_listed_late
{%- endmacro %}

{# A cumulated column of a `with_previous` relation as rows of one shape: the amount, the one before, both places. #}
{% macro cumulated(relation, field) -%}
select
        form,
        department,
        period,
        submission_id,
        sheet,
        sheet_row,
        row_key,
        '{{ field }}' as field,
        {{ field }} as ytd_wan,
        previous_{{ field }} as previous_ytd_wan,
        previous_period,
        previous_submission_id,
        previous_form,
        previous_sheet,
        previous_sheet_row,
        is_same_year
    from {{ relation }}
{%- endmacro %}
