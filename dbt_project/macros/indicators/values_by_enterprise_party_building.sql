{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro values_by_enterprise_party_building() %}
SELECT
  metric_time__quarter, scope
  , CAST(covered_enterprises AS DOUBLE) / CAST(NULLIF(party_enterprises, 0) AS DOUBLE) AS party_coverage_rate
  , CAST(alone_enterprises AS DOUBLE) / CAST(NULLIF(party_enterprises, 0) AS DOUBLE) AS party_alone_rate
FROM (
  SELECT
    subq_1.metric_time__quarter AS metric_time__quarter, subq_1.scope AS scope
    , COUNT(DISTINCT subq_1.__covered_enterprises) AS covered_enterprises
    , COUNT(DISTINCT subq_1.__party_enterprises) AS party_enterprises
    , COUNT(DISTINCT subq_1.__alone_enterprises) AS alone_enterprises
  FROM (
    SELECT
      DATE_TRUNC('month', period_start) AS period_start__month
      , DATE_TRUNC('quarter', period_start) AS metric_time__quarter, scope
      , case when is_registered then row_key end AS __party_enterprises
      , case when is_registered and is_covered then row_key end AS __covered_enterprises
      , case when is_registered and is_formed_alone then row_key end AS __alone_enterprises
    FROM {{ ref('fct_enterprise_party_building') }} enterprise_party_building_src_1
  ) subq_1
  INNER JOIN (
    SELECT
      DATE_TRUNC('quarter', period_start) AS metric_time__quarter
      , MAX(DATE_TRUNC('month', period_start)) AS period_start__month__complete
    FROM {{ ref('fct_enterprise_party_building') }} enterprise_party_building_src_1
    GROUP BY
      DATE_TRUNC('quarter', period_start)
  ) subq_2
  ON
    subq_1.period_start__month = subq_2.period_start__month__complete
  GROUP BY
    subq_1.metric_time__quarter, subq_1.scope
) subq_3
{% endmacro %}
