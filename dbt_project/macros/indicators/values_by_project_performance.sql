{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro values_by_project_performance() %}
SELECT
  metric_time__month, scope
  , CAST(agreements_met AS DOUBLE) / CAST(NULLIF(agreements_checked, 0) AS DOUBLE) AS agreement_met_rate
FROM (
  SELECT
    subq_1.metric_time__month AS metric_time__month, subq_1.scope AS scope
    , COUNT(DISTINCT subq_1.__agreements_met) AS agreements_met
    , COUNT(DISTINCT subq_1.__agreements_checked) AS agreements_checked
  FROM (
    SELECT
      DATE_TRUNC('month', period_start) AS period_start__month
      , DATE_TRUNC('month', period_start) AS metric_time__month, scope
      , case when is_checked then project_no end AS __agreements_checked
      , case when is_checked and is_met then project_no end AS __agreements_met
    FROM {{ ref('fct_project_performance') }} project_performance_src_1
  ) subq_1
  INNER JOIN (
    SELECT
      DATE_TRUNC('month', period_start) AS metric_time__month
      , MAX(DATE_TRUNC('month', period_start)) AS period_start__month__complete
    FROM {{ ref('fct_project_performance') }} project_performance_src_1
    GROUP BY
      DATE_TRUNC('month', period_start)
  ) subq_2
  ON
    subq_1.period_start__month = subq_2.period_start__month__complete
  GROUP BY
    subq_1.metric_time__month, subq_1.scope
) subq_3
{% endmacro %}
