{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_carrier_month() %}
select
    *,
    carrier_month__form as form,
    carrier_month__submission_id as submission_id,
    carrier_month__sheet as sheet,
    carrier_month__sheet_row as sheet_row,
    carrier_month__row_key as row_key
from (

SELECT
  subq_1.metric_time__month AS metric_time__month, subq_1.carrier_month__form AS carrier_month__form
  , subq_1.carrier_month__submission_id AS carrier_month__submission_id
  , subq_1.carrier_month__sheet AS carrier_month__sheet, subq_1.carrier_month__sheet_row AS carrier_month__sheet_row
  , subq_1.carrier_month__row_key AS carrier_month__row_key
  , SUM(subq_1.__available_buildings) AS available_buildings, SUM(subq_1.__available_land) AS available_land
  , SUM(subq_1.__available_plants) AS available_plants, SUM(subq_1.__lettable_area) AS lettable_area
  , SUM(subq_1.__released_area) AS released_area, SUM(subq_1.__released_land) AS released_land
  , SUM(subq_1.__vacant_area) AS vacant_area
FROM (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, form AS carrier_month__form
    , submission_id AS carrier_month__submission_id, sheet AS carrier_month__sheet
    , sheet_row AS carrier_month__sheet_row, row_key AS carrier_month__row_key
    , available_land_mu AS __available_land
    , case when carrier_group = '厂房' then available_area_m2 end AS __available_plants
    , case when carrier_group = '楼宇' then available_area_m2 end AS __available_buildings
    , case when carrier_group <> '土地' then vacant_area_m2 end AS __vacant_area
    , case when carrier_group <> '土地' then lettable_area_m2 end AS __lettable_area
    , case when carrier_group = '土地' then released_land_ytd_mu end AS __released_land
    , case when carrier_group <> '土地' then released_area_ytd_m2 end AS __released_area
  FROM {{ ref('fct_carrier_months') }} carrier_months_src_1
) subq_1
INNER JOIN (
  SELECT
    DATE_TRUNC('month', period_start) AS metric_time__month
    , MAX(DATE_TRUNC('month', period_start)) AS period_start__month__complete
  FROM {{ ref('fct_carrier_months') }} carrier_months_src_1
  GROUP BY
    DATE_TRUNC('month', period_start)
) subq_2
ON
  subq_1.period_start__month = subq_2.period_start__month__complete
GROUP BY
  subq_1.metric_time__month, subq_1.carrier_month__form, subq_1.carrier_month__submission_id
  , subq_1.carrier_month__sheet, subq_1.carrier_month__sheet_row, subq_1.carrier_month__row_key

) as compiled
{% endmacro %}
