{# A value that only those may read who may read the form's rows: null where `is_restricted`. #}
{% macro masked(column) -%}
    case when not is_restricted then {{ column }} end
{%- endmacro %}

{# A message about a restricted form: it tells which form, and that its values are not for everybody. #}
{% macro masked_message(column) -%}
    case when is_restricted then '《' || form_title || '》的数值不公开，见汇总岗或填报部门' else {{ column }} end
{%- endmacro %}
