{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro values_by_carrier_month() %}
WITH sma_1_cte AS (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, scope, available_land_mu AS __available_land
    , case when carrier_group = '厂房' then available_area_m2 end AS __available_plants
    , case when carrier_group = '楼宇' then available_area_m2 end AS __available_buildings
    , case when carrier_group <> '土地' then vacant_area_m2 end AS __vacant_area
    , case when carrier_group <> '土地' then lettable_area_m2 end AS __lettable_area
    , case when carrier_group = '土地' then released_land_ytd_mu end AS __released_land
    , case when carrier_group <> '土地' then released_area_ytd_m2 end AS __released_area
  FROM {{ ref('fct_carrier_months') }} carrier_months_src_1
)

SELECT
  COALESCE(subq_1.metric_time__month, subq_2.metric_time__month) AS metric_time__month
  , COALESCE(subq_1.scope, subq_2.scope) AS scope, MAX(subq_1.available_land) AS available_land
  , MAX(subq_1.available_plants) AS available_plants, MAX(subq_1.available_buildings) AS available_buildings
  , MAX(subq_1.released_land) AS released_land, MAX(subq_1.released_area) AS released_area
  , MAX(CAST(subq_2.vacant_area AS DOUBLE) / CAST(NULLIF(subq_2.lettable_area, 0) AS DOUBLE)) AS vacancy_rate
FROM (
  SELECT
    subq_3.metric_time__month AS metric_time__month, subq_3.scope AS scope
    , SUM(subq_3.__available_land) AS available_land, SUM(subq_3.__available_plants) AS available_plants
    , SUM(subq_3.__available_buildings) AS available_buildings, SUM(subq_3.__released_land) AS released_land
    , SUM(subq_3.__released_area) AS released_area
  FROM (
    SELECT
      period_start__month, metric_time__month, scope, __available_land, __available_plants, __available_buildings
      , __released_land, __released_area
    FROM sma_1_cte
  ) subq_3
  INNER JOIN (
    SELECT
      metric_time__month, MAX(period_start__month) AS period_start__month__complete
    FROM sma_1_cte
    GROUP BY
      metric_time__month
  ) subq_4
  ON
    subq_3.period_start__month = subq_4.period_start__month__complete
  GROUP BY
    subq_3.metric_time__month, subq_3.scope
) subq_1
FULL OUTER JOIN (
  SELECT
    subq_5.metric_time__month AS metric_time__month, subq_5.scope AS scope, SUM(subq_5.__vacant_area) AS vacant_area
    , SUM(subq_5.__lettable_area) AS lettable_area
  FROM (
    SELECT
      period_start__month, metric_time__month, scope, __vacant_area, __lettable_area
    FROM sma_1_cte
  ) subq_5
  INNER JOIN (
    SELECT
      metric_time__month, MAX(period_start__month) AS period_start__month__complete
    FROM sma_1_cte
    GROUP BY
      metric_time__month
  ) subq_6
  ON
    subq_5.period_start__month = subq_6.period_start__month__complete
  GROUP BY
    subq_5.metric_time__month, subq_5.scope
) subq_2
ON
  (
    subq_1.metric_time__month = subq_2.metric_time__month
  ) AND (
    subq_1.scope = subq_2.scope
  )
GROUP BY
  COALESCE(subq_1.metric_time__month, subq_2.metric_time__month), COALESCE(subq_1.scope, subq_2.scope)
{% endmacro %}
