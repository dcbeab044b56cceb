{#
    The share of a year's target that is due by the end of a month (1 to 12): `even` a twelfth each month, `level` all of
    it at any time (stocks, rates), else twelve shares one after the other with blanks between.
#}
{% macro share_due(curve, month) -%}
    case {{ curve }}
        when 'level' then 1
        when 'even' then cast({{ month }} as decimal(18, 6)) / 12
        else
            list_sum(list_transform(string_split({{ curve }}, ' ')[1:{{ month }}], lambda share: cast(share as decimal(18, 6))))
            / list_sum(list_transform(string_split({{ curve }}, ' '), lambda share: cast(share as decimal(18, 6))))
    end
{%- endmacro %}
