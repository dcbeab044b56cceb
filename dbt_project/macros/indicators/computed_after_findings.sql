{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro computed_after_findings() %}
with values_by_quality_score as (

    {{ values_by_quality_score() }}

)

select 'Z69a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(quality_score as decimal(18, 6)) as value from values_by_quality_score
{% endmacro %}
