{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_party_organization() %}
select
    *,
    party_organization__form as form,
    party_organization__submission_id as submission_id,
    party_organization__sheet as sheet,
    party_organization__sheet_row as sheet_row,
    party_organization__row_key as row_key
from (

SELECT
  subq_1.metric_time__month AS metric_time__month, subq_1.party_organization__form AS party_organization__form
  , subq_1.party_organization__submission_id AS party_organization__submission_id
  , subq_1.party_organization__sheet AS party_organization__sheet
  , subq_1.party_organization__sheet_row AS party_organization__sheet_row
  , subq_1.party_organization__row_key AS party_organization__row_key
  , COUNT(DISTINCT subq_1.__party_alliances) AS party_alliances, SUM(subq_1.__party_members) AS party_members
  , COUNT(DISTINCT subq_1.__party_organizations) AS party_organizations
FROM (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, form AS party_organization__form
    , submission_id AS party_organization__submission_id, sheet AS party_organization__sheet
    , sheet_row AS party_organization__sheet_row, row_key AS party_organization__row_key
    , case when is_organization then org_no end AS __party_organizations, member_count AS __party_members
    , case when not is_organization then org_no end AS __party_alliances
  FROM {{ ref('fct_party_organizations') }} party_organizations_src_1
) subq_1
INNER JOIN (
  SELECT
    DATE_TRUNC('month', period_start) AS metric_time__month
    , MAX(DATE_TRUNC('month', period_start)) AS period_start__month__complete
  FROM {{ ref('fct_party_organizations') }} party_organizations_src_1
  GROUP BY
    DATE_TRUNC('month', period_start)
) subq_2
ON
  subq_1.period_start__month = subq_2.period_start__month__complete
GROUP BY
  subq_1.metric_time__month, subq_1.party_organization__form, subq_1.party_organization__submission_id
  , subq_1.party_organization__sheet, subq_1.party_organization__sheet_row, subq_1.party_organization__row_key

) as compiled
{% endmacro %}
