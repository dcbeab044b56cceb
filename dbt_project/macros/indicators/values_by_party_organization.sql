{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro values_by_party_organization() %}
SELECT
  subq_1.metric_time__quarter AS metric_time__quarter, subq_1.scope AS scope
  , COUNT(DISTINCT subq_1.__party_organizations) AS party_organizations
  , SUM(subq_1.__party_members) AS party_members, COUNT(DISTINCT subq_1.__party_alliances) AS party_alliances
FROM (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('quarter', period_start) AS metric_time__quarter, scope
    , case when is_organization then org_no end AS __party_organizations, member_count AS __party_members
    , case when not is_organization then org_no end AS __party_alliances
  FROM {{ ref('fct_party_organizations') }} party_organizations_src_1
) subq_1
INNER JOIN (
  SELECT
    DATE_TRUNC('quarter', period_start) AS metric_time__quarter
    , MAX(DATE_TRUNC('month', period_start)) AS period_start__month__complete
  FROM {{ ref('fct_party_organizations') }} party_organizations_src_1
  GROUP BY
    DATE_TRUNC('quarter', period_start)
) subq_2
ON
  subq_1.period_start__month = subq_2.period_start__month__complete
GROUP BY
  subq_1.metric_time__quarter, subq_1.scope
{% endmacro %}
