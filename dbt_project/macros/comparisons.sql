{#
    How far two figures may differ when both are right (domain.md section 2.2), and how far they differ by a slip.
    Amounts are in 万元; `unit` is the unit that a department's header names (`int_columns_read.unit_read`), one SQL
    expression or a list of them, of which the coarsest counts.
#}

{# The last digit that people see, in 万元: 亿元 are shown with two decimals, 万元 whole when all of `amounts` are. #}
{% macro last_digit(unit, amounts=[]) -%}
    {%- set units = [unit] if unit is string else unit -%}
    case
        {%- for stem, digit in [('亿', '100'), ('千万', '10'), ('百万', '1')] %}
        when {% for one in units %}{{ one }} like '{{ stem }}%'{% if not loop.last %} or {% endif %}{% endfor %} then {{ digit }}
        {%- endfor %}
        {%- if amounts %}
        when {% for amount in amounts %}{{ amount }} % 1 = 0{% if not loop.last %} and {% endif %}{% endfor %} then 1
        {%- endif %}
        else 0.01
    end
{%- endmacro %}

{# What a sum of `n_addends` rounded amounts may be off: half of the last digit for each, at least 0.01 万元. #}
{% macro tolerance(unit, n_addends, amounts=[]) -%}
    greatest(0.5 * {{ last_digit(unit, amounts) }} * {{ n_addends }}, 0.01)
{%- endmacro %}

{# 10, 1000 or 10000 when one amount is about (`within`, a share) so many times the other; null for every other pair. #}
{% macro slip_factor(a, b, within=0.02) -%}
    case
        when coalesce({{ a }}, 0) = 0 or coalesce({{ b }}, 0) = 0 then null
        {%- for factor in [10, 1000, 10000] %}
        when abs(cast({{ a }} as double) / cast({{ b }} as double) / {{ factor }} - 1) <= {{ within }} then {{ factor }}
        when abs(cast({{ b }} as double) / cast({{ a }} as double) / {{ factor }} - 1) <= {{ within }} then {{ factor }}
        {%- endfor %}
    end
{%- endmacro %}

{# The slip in words, to follow a message; an empty text when there is none. #}
{% macro slip_said(a, b, within=0.02) -%}
    case {{ slip_factor(a, b, within) }}
        when 10 then '两数相差约10倍，疑似小数点错位或多写、少写一位。'
        when 1000 then '两数相差约1000倍，疑似千元与元（或百万元与千元）填错单位。'
        when 10000 then '两数相差约10000倍，疑似亿元与万元（或万元与元）填错单位。'
        else ''
    end
{%- endmacro %}
