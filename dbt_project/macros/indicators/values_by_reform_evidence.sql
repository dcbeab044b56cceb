{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro values_by_reform_evidence() %}
SELECT
  subq_1.metric_time__year AS metric_time__year, subq_1.scope AS scope
  , COUNT(DISTINCT subq_1.__innovation_evidence) AS innovation_evidence
  , COUNT(DISTINCT subq_1.__experience_evidence) AS experience_evidence
  , COUNT(DISTINCT subq_1.__institution_evidence) AS institution_evidence
  , COUNT(DISTINCT subq_1.__efficiency_evidence) AS efficiency_evidence
  , SUM(subq_1.__innovation_points) AS innovation_points, SUM(subq_1.__experience_points) AS experience_points
  , SUM(subq_1.__institution_points) AS institution_points, SUM(subq_1.__efficiency_points) AS efficiency_points
FROM (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month, DATE_TRUNC('year', period_start) AS metric_time__year
    , scope, case when reform_item = '创新性实事' then reform_evidence_id end AS __innovation_evidence
    , case when reform_item = '改革创新经验' then reform_evidence_id end AS __experience_evidence
    , case when reform_item = '制度创新成果' then reform_evidence_id end AS __institution_evidence
    , case when reform_item = '工作效能' then reform_evidence_id end AS __efficiency_evidence
    , case when reform_item = '创新性实事' then reviewed_points end AS __innovation_points
    , case when reform_item = '改革创新经验' then reviewed_points end AS __experience_points
    , case when reform_item = '制度创新成果' then reviewed_points end AS __institution_points
    , case when reform_item = '工作效能' then reviewed_points end AS __efficiency_points
  FROM {{ ref('fct_reform_evidence') }} reform_evidence_src_1
) subq_1
INNER JOIN (
  SELECT
    DATE_TRUNC('year', period_start) AS metric_time__year
    , MAX(DATE_TRUNC('month', period_start)) AS period_start__month__complete
  FROM {{ ref('fct_reform_evidence') }} reform_evidence_src_1
  GROUP BY
    DATE_TRUNC('year', period_start)
) subq_2
ON
  subq_1.period_start__month = subq_2.period_start__month__complete
GROUP BY
  subq_1.metric_time__year, subq_1.scope
{% endmacro %}
