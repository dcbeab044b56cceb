{# Factors between the unit of a published figure and the unit of an assessment; null where they do not compare.
   Ratios are published as fractions and assessed in per cent. #}

{% macro as_assessed(published, assessed) -%}
    case
        when {{ published }} in ('%', '百分点') and {{ assessed }} in ('%', '百分点') then 100
        when {{ published }} = '亿元' and {{ assessed }} = '万元' then 10000
        when {{ published }} = {{ assessed }} then 1
        when {{ _counted(published) }} and {{ _counted(assessed) }} then 1
    end
{%- endmacro %}

{% macro as_published(assessed, published) -%}
    case
        when {{ published }} in ('%', '百分点') and {{ assessed }} in ('%', '百分点') then 0.01
        when {{ published }} = '亿元' and {{ assessed }} = '万元' then 0.0001
        when {{ published }} = {{ assessed }} then 1
        when {{ _counted(published) }} and {{ _counted(assessed) }} then 1
    end
{%- endmacro %}

{# People count firms in 家, 户 or 个. #}
{% macro _counted(unit) -%}
    {{ unit }} in ('个', '家', '户', '项', '件')
{%- endmacro %}
