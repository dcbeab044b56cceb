{# One row per day, both ends included. #}
{% macro days_between(first, last) -%}
    select cast(day as date) as day
    from (
        select unnest(generate_series(cast({{ first }} as date), cast({{ last }} as date), interval 1 day)) as day
    ) as series
{%- endmacro %}

{# 1 is Monday, 7 is Sunday. #}
{% macro weekday(day) -%}
    isodow({{ day }})
{%- endmacro %}

{% macro plus_days(day, count) -%}
    cast({{ day }} + cast({{ count }} as integer) as date)
{%- endmacro %}

{% macro plus_months(day, count) -%}
    cast({{ day }} + {{ count }} * interval 1 month as date)
{%- endmacro %}

{# Calendar days from one day to another; negative when the second is earlier. #}
{% macro days_from(first, last) -%}
    cast({{ last }} - {{ first }} as bigint)
{%- endmacro %}

{# 2026年3月5日, of a date or a time. #}
{% macro day_said(moment) -%}
    cast(extract(year from {{ moment }}) as varchar) || '年' || cast(extract(month from {{ moment }}) as varchar) || '月'
    || cast(extract(day from {{ moment }}) as varchar) || '日'
{%- endmacro %}
