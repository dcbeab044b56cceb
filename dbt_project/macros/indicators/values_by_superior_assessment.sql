{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro values_by_superior_assessment() %}
SELECT
  subq_1.metric_time__year AS metric_time__year, subq_1.scope AS scope, MAX(subq_1.__superior_rank) AS superior_rank
  , MAX(subq_1.__superior_rank_gain) AS superior_rank_gain
FROM (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month, DATE_TRUNC('year', period_start) AS metric_time__year
    , scope, case when dimension = '综合' then rank end AS __superior_rank
    , case when dimension = '综合' then rank_gain end AS __superior_rank_gain
  FROM {{ ref('fct_superior_assessments') }} superior_assessments_src_1
) subq_1
INNER JOIN (
  SELECT
    DATE_TRUNC('year', period_start) AS metric_time__year
    , MAX(DATE_TRUNC('month', period_start)) AS period_start__month__complete
  FROM {{ ref('fct_superior_assessments') }} superior_assessments_src_1
  GROUP BY
    DATE_TRUNC('year', period_start)
) subq_2
ON
  subq_1.period_start__month = subq_2.period_start__month__complete
GROUP BY
  subq_1.metric_time__year, subq_1.scope
{% endmacro %}
