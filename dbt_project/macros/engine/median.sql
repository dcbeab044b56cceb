{# The middle value; also as a window. #}
{% macro median_of(value) -%}
    median({{ value }})
{%- endmacro %}
