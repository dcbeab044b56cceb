{# What one cause makes wrong is one group: a bad header, unit or column spoils the same column of one sheet by one rule. #}
{% macro finding_group(findings) -%}
    {{ fingerprint([
        findings ~ '.submission_id', findings ~ '.form', findings ~ '.period', findings ~ '.sheet', findings ~ '.rule',
        findings ~ '.field',
    ]) }}
{%- endmacro %}
