{#
    The two sides of a finding, as columns of the CTE `failing` (macros/findings.sql). All arguments are SQL expressions;
    texts show what stands on each side.
#}

{# Where the finding stands, what stands there and what should. #}
{% macro this_side(field, value, expected, difference='cast(null as varchar)') -%}
    form,
        department,
        period,
        submission_id,
        sheet,
        sheet_row,
        row_key,
        {{ field }} as field,
        {{ value }} as value,
        {{ expected }} as expected,
        {{ difference }} as difference
{%- endmacro %}

{# The cell on the other side: the place whose columns begin with `prefix`. #}
{% macro other_side(field, prefix='previous') -%}
    {{ prefix }}_submission_id as other_submission_id,
        {{ prefix }}_form as other_form,
        {{ prefix }}_sheet as other_sheet,
        {{ prefix }}_sheet_row as other_row,
        {{ field }} as other_field
{%- endmacro %}

{# Nothing stands on the other side: that is what is wrong. #}
{% macro no_other_side() -%}
    cast(null as varchar) as other_submission_id,
        cast(null as varchar) as other_form,
        cast(null as varchar) as other_sheet,
        cast(null as bigint) as other_row,
        cast(null as varchar) as other_field
{%- endmacro %}

{# The place of a row of `relation`, as the other side of something else. #}
{% macro place_of(relation, prefix) -%}
    {{ relation }}.submission_id as {{ prefix }}_submission_id,
        {{ relation }}.form as {{ prefix }}_form,
        {{ relation }}.sheet as {{ prefix }}_sheet,
        {{ relation }}.sheet_row as {{ prefix }}_sheet_row
{%- endmacro %}

{# The column in which a field of the row `relation` was read, as `alias`; `prefix` for the place of another row in it. #}
{% macro join_column(relation, field, alias, prefix='') -%}
    left join {{ ref('int_columns_read') }} as {{ alias }}
        on
            {{ relation }}.{{ prefix }}submission_id = {{ alias }}.submission_id
            and {{ relation }}.{{ prefix }}form = {{ alias }}.form
            and {{ relation }}.{{ prefix }}sheet = {{ alias }}.sheet
            and {{ field }} = {{ alias }}.field
{%- endmacro %}
