{# The rule of the model being compiled: `config.meta.rule` in the YAML beside it. #}
{% macro own_rule() -%}
    {#- While parsing, and in a unit test (which is compiled under its own name), there is no rule to read. -#}
    {%- set without = {'code': '', 'level': '', 'says': ''} -%}
    {{ return(model.config.get('meta', {}).get('rule', without) if execute else without) }}
{%- endmacro %}

{# `says` with its {placeholders} replaced by SQL expressions, as one SQL text expression. #}
{% macro said(says, shows) -%}
    {%- set text = namespace(sql="'" ~ says.replace("'", "''") ~ "'") -%}
    {%- for name, expression in shows.items() -%}
        {%- set text.sql = text.sql.replace('{' ~ name ~ '}', "' || coalesce(" ~ expression ~ ", '空') || '") -%}
    {%- endfor -%}
    {{ return(text.sql) }}
{%- endmacro %}

{#
    The rows of the CTE `failing` as findings (columns and order of sources/finding.py).

    `failing` gives form, department, period, submission_id, sheet, sheet_row, field, row_key, value (text), expected,
    difference (text or null), other_submission_id, other_form, other_sheet, other_row, other_field (null: none), and
    every column that `shows` names. The message is the rule's `says` after the place, as in sources/rules/register.py.
    A rule says nothing about periods outside its validity, and only notices while it is on trial.
#}
{% macro findings(shows) %}
{%- set rule = own_rule() -%}
placed as (

    select
        failing.*,
        forms.form_title,
        here.title,
        -- Where items stand below each other a value is not in the row of its record: its coercion knows the cell.
        coalesce(coerced.cell, here.column_letter || cast(failing.sheet_row as varchar)) as cell,
        coalesce(other_coerced.cell, there.column_letter || cast(failing.other_row as varchar)) as other_cell,
        coerced.raw
    from failing
    left join {{ ref('dim_forms') }} as forms
        on failing.form = forms.form
    left join {{ ref('int_columns_read') }} as here
        on
            failing.submission_id = here.submission_id
            and failing.form = here.form
            and failing.sheet = here.sheet
            and failing.field = here.field
    left join {{ ref('int_columns_read') }} as there
        on
            failing.other_submission_id = there.submission_id
            and failing.other_form = there.form
            and failing.other_sheet = there.sheet
            and failing.other_field = there.field
    left join {{ ref('int_cells_coerced') }} as coerced
        on
            failing.submission_id = coerced.submission_id
            and failing.form = coerced.form
            and failing.sheet = coerced.sheet
            and failing.sheet_row = coerced.sheet_row
            and failing.field = coerced.field
    left join {{ ref('int_cells_coerced') }} as other_coerced
        on
            failing.other_submission_id = other_coerced.submission_id
            and failing.other_form = other_coerced.form
            and failing.other_sheet = other_coerced.sheet
            and failing.other_row = other_coerced.sheet_row
            and failing.other_field = other_coerced.field

),

findings as (

    select
        {{ fingerprint(["'" ~ rule.code ~ "'", 'department', 'form', 'period', 'row_key', 'field']) }} as finding_id,
        '{{ rule.code }}' as rule,
        '{{ 'notice' if rule.trial else rule.level }}' as level,
        '《' || coalesce(form_title, form) || '》' || {{ period_said('period') }}
        || coalesce(' 第' || cast(sheet_row as varchar) || '行', '')
        || coalesce('“' || title || '”', '') || coalesce('（' || cell || '）', '')
        || ' ' || {{ said(rule.says, shows) }} as message,
        form,
        department,
        period,
        submission_id,
        sheet,
        sheet_row as row,
        cell,
        field,
        title,
        coalesce(raw, value) as value,
        expected,
        difference,
        other_submission_id,
        case
            when other_cell is not null and (other_sheet <> sheet or other_submission_id <> submission_id) then other_sheet
        end as other_sheet,
        other_cell,
        row_key,
        cast(null as varchar) as basis
    from placed
    {%- if rule.since or rule.until %}
    where period between '{{ rule.since or '' }}' and '{{ rule.until or '~' }}'
    {%- endif %}

)

select * from findings
{% endmacro %}

{# One row about a rule: of the rows of `relation` that it is about (`about`), how many have all it needs (`has_all`). #}
{% macro rule_evaluation(rule, version, form, relation, about, has_all) -%}
select
    '{{ rule }}' as rule,
    '{{ version }}' as rule_version,
    {{ "'" ~ form ~ "'" if form else 'cast(null as varchar)' }} as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when {{ has_all }} then 1 else 0 end), 0) as bigint) as evaluated
from {{ relation }}
where {{ about }}
{%- endmacro %}
