{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_enterprise_party_building() %}
select
    *,
    enterprise_party_building__form as form,
    enterprise_party_building__submission_id as submission_id,
    enterprise_party_building__sheet as sheet,
    enterprise_party_building__sheet_row as sheet_row,
    enterprise_party_building__row_key as row_key
from (

SELECT
  subq_1.metric_time__month AS metric_time__month
  , subq_1.enterprise_party_building__form AS enterprise_party_building__form
  , subq_1.enterprise_party_building__submission_id AS enterprise_party_building__submission_id
  , subq_1.enterprise_party_building__sheet AS enterprise_party_building__sheet
  , subq_1.enterprise_party_building__sheet_row AS enterprise_party_building__sheet_row
  , subq_1.enterprise_party_building__row_key AS enterprise_party_building__row_key
  , COUNT(DISTINCT subq_1.__alone_enterprises) AS alone_enterprises
  , COUNT(DISTINCT subq_1.__covered_enterprises) AS covered_enterprises
  , COUNT(DISTINCT subq_1.__party_enterprises) AS party_enterprises
FROM (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, form AS enterprise_party_building__form
    , submission_id AS enterprise_party_building__submission_id, sheet AS enterprise_party_building__sheet
    , sheet_row AS enterprise_party_building__sheet_row, row_key AS enterprise_party_building__row_key
    , case when is_registered then row_key end AS __party_enterprises
    , case when is_registered and is_covered then row_key end AS __covered_enterprises
    , case when is_registered and is_formed_alone then row_key end AS __alone_enterprises
  FROM {{ ref('fct_enterprise_party_building') }} enterprise_party_building_src_1
) subq_1
INNER JOIN (
  SELECT
    DATE_TRUNC('month', period_start) AS metric_time__month
    , MAX(DATE_TRUNC('month', period_start)) AS period_start__month__complete
  FROM {{ ref('fct_enterprise_party_building') }} enterprise_party_building_src_1
  GROUP BY
    DATE_TRUNC('month', period_start)
) subq_2
ON
  subq_1.period_start__month = subq_2.period_start__month__complete
GROUP BY
  subq_1.metric_time__month, subq_1.enterprise_party_building__form, subq_1.enterprise_party_building__submission_id
  , subq_1.enterprise_party_building__sheet, subq_1.enterprise_party_building__sheet_row
  , subq_1.enterprise_party_building__row_key

) as compiled
{% endmacro %}
