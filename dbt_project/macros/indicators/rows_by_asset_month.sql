{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_asset_month() %}
select
    *,
    asset_month__form as form,
    asset_month__submission_id as submission_id,
    asset_month__sheet as sheet,
    asset_month__sheet_row as sheet_row,
    asset_month__row_key as row_key
from (

SELECT
  subq_1.metric_time__month AS metric_time__month, subq_1.asset_month__form AS asset_month__form
  , subq_1.asset_month__submission_id AS asset_month__submission_id, subq_1.asset_month__sheet AS asset_month__sheet
  , subq_1.asset_month__sheet_row AS asset_month__sheet_row, subq_1.asset_month__row_key AS asset_month__row_key
  , SUM(subq_1.__let_assets_area) AS let_assets_area, SUM(subq_1.__lettable_assets_area) AS lettable_assets_area
FROM (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, form AS asset_month__form
    , submission_id AS asset_month__submission_id, sheet AS asset_month__sheet, sheet_row AS asset_month__sheet_row
    , row_key AS asset_month__row_key, let_m2 AS __let_assets_area, lettable_m2 AS __lettable_assets_area
  FROM {{ ref('fct_asset_months') }} asset_months_src_1
) subq_1
INNER JOIN (
  SELECT
    DATE_TRUNC('month', period_start) AS metric_time__month
    , MAX(DATE_TRUNC('month', period_start)) AS period_start__month__complete
  FROM {{ ref('fct_asset_months') }} asset_months_src_1
  GROUP BY
    DATE_TRUNC('month', period_start)
) subq_2
ON
  subq_1.period_start__month = subq_2.period_start__month__complete
GROUP BY
  subq_1.metric_time__month, subq_1.asset_month__form, subq_1.asset_month__submission_id, subq_1.asset_month__sheet
  , subq_1.asset_month__sheet_row, subq_1.asset_month__row_key

) as compiled
{% endmacro %}
