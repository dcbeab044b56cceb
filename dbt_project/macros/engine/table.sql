{#- Tables are made where they stay: every build writes into a new file, so there is nothing to swap them with (dbt's own
    way makes each under another name, renames it and looks for an old one to drop). What a developer built before in the
    same file is replaced in the same transaction. -#}
{% materialization table, adapter="duckdb", supported_languages=['sql', 'python'] %}
    {%- set target = this.incorporate(type='table') -%}
    {%- set existing = load_cached_relation(this) -%}
    {{ run_hooks(pre_hooks) }}
    {%- if existing is not none %}
        {%- do adapter.drop_relation(existing) %}
    {%- endif %}
    {% call statement('main', language=model['language']) -%}
        {{ create_table_as(False, target, compiled_code, model['language']) }}
    {%- endcall %}
    {{ run_hooks(post_hooks) }}
    {{ adapter.commit() }}
    {{ return({'relations': [target]}) }}
{% endmaterialization %}
