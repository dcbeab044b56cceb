{# A schema is called what it is called: `statistics`, not `main_statistics`. What names none is in `main`. #}
{% macro generate_schema_name(custom_schema_name, node) -%}
    {{ (custom_schema_name or target.schema) | trim }}
{%- endmacro %}
