{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_project_month() %}
select
    *,
    project_month__form as form,
    project_month__submission_id as submission_id,
    project_month__sheet as sheet,
    project_month__sheet_row as sheet_row,
    project_month__row_key as row_key
from (

WITH sma_1_cte AS (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, form AS project_month__form
    , submission_id AS project_month__submission_id, sheet AS project_month__sheet
    , sheet_row AS project_month__sheet_row, row_key AS project_month__row_key
    , case when is_listed then project_id end AS __key_projects
    , case when is_listed and level_group = '省级' then project_id end AS __provincial_key_projects
    , case when is_listed and level_group = '市级' then project_id end AS __municipal_key_projects
    , case when is_listed and level_group = '区级' then project_id end AS __district_key_projects
    , case when is_listed then total_investment_wan * 0.0001 end AS __key_project_total_investment
    , case when is_listed then planned_investment_year_wan * 0.0001 end AS __planned_investment_year
    , case when is_listed then investment_ytd_wan * 0.0001 end AS __investment_ytd
    , case when is_listed then investment_month_wan * 0.0001 end AS __investment_month
    , case when is_planned_under_way then project_id end AS __projects_planned_under_way
    , case when is_planned_under_way and is_started then project_id end AS __projects_started
    , case when is_start_due then project_id end AS __projects_start_due
    , case when is_start_due and is_started_on_time then project_id end AS __projects_started_on_time
    , case when is_statistics_due then project_id end AS __projects_statistics_due
    , case when is_statistics_due and is_in_statistics then project_id end AS __projects_in_statistics
    , case when light = '绿' then project_id end AS __green_light_projects
    , case when light = '黄' then project_id end AS __yellow_light_projects
    , case when light = '红' then project_id end AS __red_light_projects
    , case when is_listed and land_mu > 0 then fixed_investment_wan end AS __fixed_investment_on_land
    , case when is_listed and fixed_investment_wan is not null and land_mu > 0 then land_mu end AS __land_with_investment
    , case when is_listed and is_industrial then investment_ytd_wan * 0.0001 end AS __industrial_investment
    , case when is_listed and is_technical_upgrade then investment_ytd_wan * 0.0001 end AS __upgrade_investment
    , case when is_listed and has_leader then project_id end AS __projects_with_leader
    , case when is_listed and leader_visit_count is not null then case when has_leader and leader_visit_count > 0 then 1 else 0 end end AS __projects_visited
    , case when is_listed and is_industrial then statistics_investment_ytd_wan * 0.0001 end AS __statistics_investment
    , case when is_listed and is_industrial and statistics_investment_prior_ytd_wan is not null then statistics_investment_ytd_wan * 0.0001 end AS __statistics_investment_compared
    , case when is_listed and is_industrial and statistics_investment_ytd_wan is not null then statistics_investment_prior_ytd_wan * 0.0001 end AS __statistics_investment_prior
    , case when is_listed and is_technical_upgrade and statistics_investment_prior_ytd_wan is not null then statistics_investment_ytd_wan * 0.0001 end AS __statistics_upgrade_compared
    , case when is_listed and is_technical_upgrade and statistics_investment_ytd_wan is not null then statistics_investment_prior_ytd_wan * 0.0001 end AS __statistics_upgrade_prior
  FROM {{ ref('fct_project_months') }} project_months_src_1
)

SELECT
  COALESCE(subq_1.metric_time__month, subq_2.metric_time__month) AS metric_time__month
  , COALESCE(subq_1.project_month__form, subq_2.project_month__form) AS project_month__form
  , COALESCE(subq_1.project_month__submission_id, subq_2.project_month__submission_id) AS project_month__submission_id
  , COALESCE(subq_1.project_month__sheet, subq_2.project_month__sheet) AS project_month__sheet
  , COALESCE(subq_1.project_month__sheet_row, subq_2.project_month__sheet_row) AS project_month__sheet_row
  , COALESCE(subq_1.project_month__row_key, subq_2.project_month__row_key) AS project_month__row_key
  , MAX(subq_1.district_key_projects) AS district_key_projects
  , MAX(subq_1.fixed_investment_on_land) AS fixed_investment_on_land
  , MAX(subq_1.green_light_projects) AS green_light_projects
  , MAX(subq_1.industrial_investment) AS industrial_investment, MAX(subq_1.investment_ytd) AS investment_ytd
  , MAX(subq_1.key_project_total_investment) AS key_project_total_investment
  , MAX(subq_1.key_projects) AS key_projects, MAX(subq_1.land_with_investment) AS land_with_investment
  , MAX(subq_1.municipal_key_projects) AS municipal_key_projects
  , MAX(subq_1.planned_investment_year) AS planned_investment_year
  , MAX(subq_1.projects_in_statistics) AS projects_in_statistics
  , MAX(subq_1.projects_planned_under_way) AS projects_planned_under_way
  , MAX(subq_1.projects_start_due) AS projects_start_due, MAX(subq_1.projects_started) AS projects_started
  , MAX(subq_1.projects_started_on_time) AS projects_started_on_time
  , MAX(subq_1.projects_statistics_due) AS projects_statistics_due, MAX(subq_1.projects_visited) AS projects_visited
  , MAX(subq_1.projects_with_leader) AS projects_with_leader
  , MAX(subq_1.provincial_key_projects) AS provincial_key_projects
  , MAX(subq_1.red_light_projects) AS red_light_projects, MAX(subq_1.statistics_investment) AS statistics_investment
  , MAX(subq_1.statistics_investment_compared) AS statistics_investment_compared
  , MAX(subq_1.statistics_investment_prior) AS statistics_investment_prior
  , MAX(subq_1.statistics_upgrade_compared) AS statistics_upgrade_compared
  , MAX(subq_1.statistics_upgrade_prior) AS statistics_upgrade_prior
  , MAX(subq_1.upgrade_investment) AS upgrade_investment, MAX(subq_1.yellow_light_projects) AS yellow_light_projects
  , MAX(subq_2.investment_month) AS investment_month
FROM (
  SELECT
    subq_3.metric_time__month AS metric_time__month, subq_3.project_month__form AS project_month__form
    , subq_3.project_month__submission_id AS project_month__submission_id
    , subq_3.project_month__sheet AS project_month__sheet
    , subq_3.project_month__sheet_row AS project_month__sheet_row
    , subq_3.project_month__row_key AS project_month__row_key
    , COUNT(DISTINCT subq_3.__district_key_projects) AS district_key_projects
    , SUM(subq_3.__fixed_investment_on_land) AS fixed_investment_on_land
    , COUNT(DISTINCT subq_3.__green_light_projects) AS green_light_projects
    , SUM(subq_3.__industrial_investment) AS industrial_investment, SUM(subq_3.__investment_ytd) AS investment_ytd
    , SUM(subq_3.__key_project_total_investment) AS key_project_total_investment
    , COUNT(DISTINCT subq_3.__key_projects) AS key_projects
    , SUM(subq_3.__land_with_investment) AS land_with_investment
    , COUNT(DISTINCT subq_3.__municipal_key_projects) AS municipal_key_projects
    , SUM(subq_3.__planned_investment_year) AS planned_investment_year
    , COUNT(DISTINCT subq_3.__projects_in_statistics) AS projects_in_statistics
    , COUNT(DISTINCT subq_3.__projects_planned_under_way) AS projects_planned_under_way
    , COUNT(DISTINCT subq_3.__projects_start_due) AS projects_start_due
    , COUNT(DISTINCT subq_3.__projects_started) AS projects_started
    , COUNT(DISTINCT subq_3.__projects_started_on_time) AS projects_started_on_time
    , COUNT(DISTINCT subq_3.__projects_statistics_due) AS projects_statistics_due
    , SUM(subq_3.__projects_visited) AS projects_visited
    , COUNT(DISTINCT subq_3.__projects_with_leader) AS projects_with_leader
    , COUNT(DISTINCT subq_3.__provincial_key_projects) AS provincial_key_projects
    , COUNT(DISTINCT subq_3.__red_light_projects) AS red_light_projects
    , SUM(subq_3.__statistics_investment) AS statistics_investment
    , SUM(subq_3.__statistics_investment_compared) AS statistics_investment_compared
    , SUM(subq_3.__statistics_investment_prior) AS statistics_investment_prior
    , SUM(subq_3.__statistics_upgrade_compared) AS statistics_upgrade_compared
    , SUM(subq_3.__statistics_upgrade_prior) AS statistics_upgrade_prior
    , SUM(subq_3.__upgrade_investment) AS upgrade_investment
    , COUNT(DISTINCT subq_3.__yellow_light_projects) AS yellow_light_projects
  FROM (
    SELECT
      period_start__month, metric_time__month, project_month__form, project_month__submission_id
      , project_month__sheet, project_month__sheet_row, project_month__row_key, __key_projects
      , __provincial_key_projects, __municipal_key_projects, __district_key_projects, __key_project_total_investment
      , __planned_investment_year, __investment_ytd, __projects_planned_under_way, __projects_started
      , __projects_start_due, __projects_started_on_time, __projects_statistics_due, __projects_in_statistics
      , __green_light_projects, __yellow_light_projects, __red_light_projects, __fixed_investment_on_land
      , __land_with_investment, __industrial_investment, __upgrade_investment, __projects_with_leader
      , __projects_visited, __statistics_investment, __statistics_investment_compared, __statistics_investment_prior
      , __statistics_upgrade_compared, __statistics_upgrade_prior
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
    subq_3.metric_time__month, subq_3.project_month__form, subq_3.project_month__submission_id
    , subq_3.project_month__sheet, subq_3.project_month__sheet_row, subq_3.project_month__row_key
) subq_1
FULL OUTER JOIN (
  SELECT
    metric_time__month, project_month__form, project_month__submission_id, project_month__sheet
    , project_month__sheet_row, project_month__row_key, SUM(__investment_month) AS investment_month
  FROM sma_1_cte
  GROUP BY
    metric_time__month, project_month__form, project_month__submission_id, project_month__sheet
    , project_month__sheet_row, project_month__row_key
) subq_2
ON
  (
    subq_1.project_month__form = subq_2.project_month__form
  ) AND (
    subq_1.project_month__submission_id = subq_2.project_month__submission_id
  ) AND (
    subq_1.project_month__sheet = subq_2.project_month__sheet
  ) AND (
    subq_1.project_month__sheet_row = subq_2.project_month__sheet_row
  ) AND (
    subq_1.project_month__row_key = subq_2.project_month__row_key
  ) AND (
    subq_1.metric_time__month = subq_2.metric_time__month
  )
GROUP BY
  COALESCE(subq_1.metric_time__month, subq_2.metric_time__month)
  , COALESCE(subq_1.project_month__form, subq_2.project_month__form)
  , COALESCE(subq_1.project_month__submission_id, subq_2.project_month__submission_id)
  , COALESCE(subq_1.project_month__sheet, subq_2.project_month__sheet)
  , COALESCE(subq_1.project_month__sheet_row, subq_2.project_month__sheet_row)
  , COALESCE(subq_1.project_month__row_key, subq_2.project_month__row_key)

) as compiled
{% endmacro %}
