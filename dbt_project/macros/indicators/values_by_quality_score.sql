{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro values_by_quality_score() %}
SELECT
  metric_time__month, scope
  , CAST(quality_points AS DOUBLE) / CAST(NULLIF(departments_scored, 0) AS DOUBLE) AS quality_score
FROM (
  SELECT
    metric_time__month, scope, SUM(__quality_points) AS quality_points
    , SUM(__departments_scored) AS departments_scored
  FROM (
    SELECT
      DATE_TRUNC('month', period_start) AS metric_time__month, '全区' AS scope, score AS __quality_points
      , CASE WHEN quality_score_id IS NOT NULL THEN 1 ELSE 0 END AS __departments_scored
    FROM {{ ref('fct_quality_scores') }} quality_scores_src_1
  ) subq_1
  GROUP BY
    metric_time__month, scope
) subq_2
{% endmacro %}
