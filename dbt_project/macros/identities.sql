{#
    What facts join to know their enterprise and project: the only ways to `enterprise_id` and `project_id`.
    Both are left joins, so that a figure for something unknown stays in the fact.
#}

{% macro join_enterprise(uscc, name='cast(null as varchar)', alias='enterprise') -%}
    left join {{ ref('int_enterprise_identities') }} as {{ alias }}
        on {{ key_of([uscc, name]) }} = {{ alias }}.mention_id
{%- endmacro %}

{% macro join_project(number='cast(null as varchar)', code='cast(null as varchar)', name='cast(null as varchar)', owner='cast(null as varchar)') -%}
    left join {{ ref('int_project_identities') }} as project
        on {{ key_of([number, code, name, owner]) }} = project.mention_id
{%- endmacro %}
