{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro values_by_reform_milestone() %}
SELECT
  metric_time__month, scope
  , CAST(milestone_weight_done AS DOUBLE) / CAST(NULLIF(milestone_weight, 0) AS DOUBLE) AS reform_progress
FROM (
  SELECT
    subq_1.metric_time__month AS metric_time__month, subq_1.scope AS scope
    , SUM(subq_1.__milestone_weight_done) AS milestone_weight_done
    , SUM(subq_1.__milestone_weight) AS milestone_weight
  FROM (
    SELECT
      DATE_TRUNC('month', period_start) AS period_start__month
      , DATE_TRUNC('month', period_start) AS metric_time__month, '全区' AS scope
      , case when is_listed then weight_rate end AS __milestone_weight
      , case when is_listed and is_done then weight_rate when is_listed then 0 end AS __milestone_weight_done
    FROM {{ ref('fct_reform_milestones') }} reform_milestones_src_1
  ) subq_1
  INNER JOIN (
    SELECT
      DATE_TRUNC('month', period_start) AS metric_time__month
      , MAX(DATE_TRUNC('month', period_start)) AS period_start__month__complete
    FROM {{ ref('fct_reform_milestones') }} reform_milestones_src_1
    GROUP BY
      DATE_TRUNC('month', period_start)
  ) subq_2
  ON
    subq_1.period_start__month = subq_2.period_start__month__complete
  GROUP BY
    subq_1.metric_time__month, subq_1.scope
) subq_3
{% endmacro %}
