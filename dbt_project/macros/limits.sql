{# A limit that the zone sets (sources/codes/rule_limits.csv), as it holds in a period; null when none holds. #}
{% macro limit_of(measure, period='period') -%}
    (
        select max(limits.value)
        from {{ ref('rule_limits') }} as limits
        where
            limits.measure = '{{ measure }}'
            and {{ period }} >= coalesce(limits.since, '')
            and {{ period }} <= coalesce(nullif(limits.until, ''), '~')
    )
{%- endmacro %}
