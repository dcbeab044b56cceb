{# The calendar's row of a day, as `alias`; null outside the years whose schedule is published: nothing is guessed. #}
{% macro join_day(day, alias) -%}
    left join {{ ref('dim_days') }} as {{ alias }}
        on {{ day }} = {{ alias }}.day
{%- endmacro %}

{# Work days after the first day up to and with the last one (`joined` by join_day): 0 on the same day. #}
{% macro workdays_from(first, last) -%}
    {{ last }}.workday_number - {{ first }}.workday_number
{%- endmacro %}
