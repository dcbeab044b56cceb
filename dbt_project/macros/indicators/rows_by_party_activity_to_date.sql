{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_party_activity_to_date() %}
select
    *,
    party_activity_to_date__form as form,
    party_activity_to_date__submission_id as submission_id,
    party_activity_to_date__sheet as sheet,
    party_activity_to_date__sheet_row as sheet_row,
    party_activity_to_date__row_key as row_key
from (

SELECT
  subq_1.metric_time__month AS metric_time__month
  , subq_1.party_activity_to_date__form AS party_activity_to_date__form
  , subq_1.party_activity_to_date__submission_id AS party_activity_to_date__submission_id
  , subq_1.party_activity_to_date__sheet AS party_activity_to_date__sheet
  , subq_1.party_activity_to_date__sheet_row AS party_activity_to_date__sheet_row
  , subq_1.party_activity_to_date__row_key AS party_activity_to_date__row_key
  , SUM(subq_1.__party_activities) AS party_activities
  , SUM(subq_1.__party_activity_enterprises) AS party_activity_enterprises
FROM (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, form AS party_activity_to_date__form
    , submission_id AS party_activity_to_date__submission_id, sheet AS party_activity_to_date__sheet
    , sheet_row AS party_activity_to_date__sheet_row, row_key AS party_activity_to_date__row_key
    , CASE WHEN party_activity_id IS NOT NULL THEN 1 ELSE 0 END AS __party_activities
    , enterprise_count AS __party_activity_enterprises
  FROM {{ ref('fct_party_activities_to_date') }} party_activities_to_date_src_1
) subq_1
INNER JOIN (
  SELECT
    DATE_TRUNC('month', period_start) AS metric_time__month
    , MAX(DATE_TRUNC('month', period_start)) AS period_start__month__complete
  FROM {{ ref('fct_party_activities_to_date') }} party_activities_to_date_src_1
  GROUP BY
    DATE_TRUNC('month', period_start)
) subq_2
ON
  subq_1.period_start__month = subq_2.period_start__month__complete
GROUP BY
  subq_1.metric_time__month, subq_1.party_activity_to_date__form, subq_1.party_activity_to_date__submission_id
  , subq_1.party_activity_to_date__sheet, subq_1.party_activity_to_date__sheet_row
  , subq_1.party_activity_to_date__row_key

) as compiled
{% endmacro %}
