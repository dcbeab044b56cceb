{# The fingerprint of sources/finding.py: 16 hexadecimal digits over the parts joined by the unit separator. #}
{% macro fingerprint(parts) -%}
    substr(sha256({% for part in parts %}coalesce({{ part }}, ''){% if not loop.last %} || chr(31) || {% endif %}{% endfor %}), 1, 16)
{%- endmacro %}

{# One text column out of several: the key of a row whose grain is several columns. #}
{% macro key_of(columns) -%}
    {% for column in columns %}coalesce(cast({{ column }} as varchar), ''){% if not loop.last %} || '|' || {% endif %}{% endfor %}
{%- endmacro %}

{# A value as people write it: 1200.5000 is 1200.5, 1200.0000 is 1200. #}
{% macro shown(value) -%}
    case
        when position('.' in cast({{ value }} as varchar)) > 0 and position('-' in substr(cast({{ value }} as varchar), 2)) = 0
            then rtrim(rtrim(cast({{ value }} as varchar), '0'), '.')
        else cast({{ value }} as varchar)
    end
{%- endmacro %}

{# A fraction as per cent with one decimal: 0.5634 is 56.3%. #}
{% macro shown_percent(value) -%}
    cast(cast({{ value }} * 100 as decimal(18, 1)) as varchar) || '%'
{%- endmacro %}

{# Each row once for every part of a column that holds several, joined by 、; the part is the column `part`. #}
{% macro parts_of(relation, column) -%}
    select
        *,
        trim(unnest(string_split({{ column }}, '、'))) as part
    from {{ relation }}
    where {{ column }} is not null
{%- endmacro %}

{# How many parts a column holds that are joined by 、; absent is 0. #}
{% macro count_of_parts(column) -%}
    cast(coalesce(array_length(string_split({{ column }}, '、')), 0) as bigint)
{%- endmacro %}

{# A name as names are compared: without blanks, brackets and case as in half width. #}
{% macro normalised_name(name) -%}
    lower(translate(regexp_replace({{ name }}, '\s+', '', 'g'), '（）［］【】　', '()[][]'))
{%- endmacro %}

{# The texts of a group that are there, joined by 、, in order; null when there is none. #}
{% macro joined(value, order) -%}
    string_agg({{ value }}, '、' order by {{ order }})
{%- endmacro %}

{# Whether two values are not the same, where two nulls are: never null itself. #}
{% macro differs(a, b) -%}
    coalesce({{ a }} <> {{ b }}, ({{ a }} is null) <> ({{ b }} is null))
{%- endmacro %}

{# The parts of one text that another lacks, both joined by 、; null when there is none. #}
{% macro parts_without(parts, others) -%}
    nullif(array_to_string(list_filter(
        string_split({{ parts }}, '、'),
        lambda part: not list_contains(string_split(coalesce({{ others }}, ''), '、'), part)
    ), '、'), '')
{%- endmacro %}
