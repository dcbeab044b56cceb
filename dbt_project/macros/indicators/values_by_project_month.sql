{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro values_by_project_month() %}
WITH sma_1_cte AS (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, scope
    , case when is_listed then project_id end AS __key_projects
    , case when is_listed and level_group = '省级' then project_id end AS __provincial_key_projects
    , case when is_listed and level_group = '市级' then project_id end AS __municipal_key_projects
    , case when is_listed and level_group = '区级' then project_id end AS __district_key_projects
    , case when is_listed then total_investment_wan * 0.0001 end AS __key_project_total_investment
    , case when is_listed then planned_investment_year_wan * 0.0001 end AS __planned_investment_year
    , case when is_listed then investment_ytd_wan * 0.0001 end AS __investment_ytd
    , schedule_rate AS __investment_schedule_rate
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
  COALESCE(subq_1.metric_time__month, subq_2.metric_time__month, subq_3.metric_time__month, subq_4.metric_time__month) AS metric_time__month
  , COALESCE(subq_1.scope, subq_2.scope, subq_3.scope, subq_4.scope) AS scope
  , MAX(subq_1.key_projects) AS key_projects, MAX(subq_1.provincial_key_projects) AS provincial_key_projects
  , MAX(subq_1.municipal_key_projects) AS municipal_key_projects
  , MAX(subq_1.district_key_projects) AS district_key_projects
  , MAX(subq_1.key_project_total_investment) AS key_project_total_investment
  , MAX(subq_1.planned_investment_year) AS planned_investment_year, MAX(subq_1.investment_ytd) AS investment_ytd
  , MAX(subq_1.investment_schedule_rate) AS investment_schedule_rate
  , MAX(subq_1.green_light_projects) AS green_light_projects
  , MAX(subq_1.yellow_light_projects) AS yellow_light_projects, MAX(subq_1.red_light_projects) AS red_light_projects
  , MAX(subq_1.industrial_investment) AS industrial_investment, MAX(subq_1.upgrade_investment) AS upgrade_investment
  , MAX(subq_1.statistics_investment) AS statistics_investment
  , MAX(subq_2.investment_completion_rate) AS investment_completion_rate
  , MAX(subq_2.project_start_rate) AS project_start_rate
  , MAX(subq_2.project_start_on_time_rate) AS project_start_on_time_rate
  , MAX(subq_2.project_statistics_rate) AS project_statistics_rate
  , MAX(subq_2.investment_intensity) AS investment_intensity
  , MAX(subq_2.statistics_investment_growth) AS statistics_investment_growth
  , MAX(subq_2.statistics_upgrade_growth) AS statistics_upgrade_growth
  , MAX(subq_2.leader_coverage_rate) AS leader_coverage_rate, MAX(subq_2.leader_visit_rate) AS leader_visit_rate
  , MAX(subq_3.investment_ahead_of_schedule) AS investment_ahead_of_schedule
  , MAX(subq_4.investment_month) AS investment_month
FROM (
  SELECT
    subq_5.metric_time__month AS metric_time__month, subq_5.scope AS scope
    , COUNT(DISTINCT subq_5.__key_projects) AS key_projects
    , COUNT(DISTINCT subq_5.__provincial_key_projects) AS provincial_key_projects
    , COUNT(DISTINCT subq_5.__municipal_key_projects) AS municipal_key_projects
    , COUNT(DISTINCT subq_5.__district_key_projects) AS district_key_projects
    , SUM(subq_5.__key_project_total_investment) AS key_project_total_investment
    , SUM(subq_5.__planned_investment_year) AS planned_investment_year
    , SUM(subq_5.__investment_ytd) AS investment_ytd
    , MAX(subq_5.__investment_schedule_rate) AS investment_schedule_rate
    , COUNT(DISTINCT subq_5.__green_light_projects) AS green_light_projects
    , COUNT(DISTINCT subq_5.__yellow_light_projects) AS yellow_light_projects
    , COUNT(DISTINCT subq_5.__red_light_projects) AS red_light_projects
    , SUM(subq_5.__industrial_investment) AS industrial_investment
    , SUM(subq_5.__upgrade_investment) AS upgrade_investment
    , SUM(subq_5.__statistics_investment) AS statistics_investment
  FROM (
    SELECT
      period_start__month, metric_time__month, scope, __key_projects, __provincial_key_projects
      , __municipal_key_projects, __district_key_projects, __key_project_total_investment, __planned_investment_year
      , __investment_ytd, __investment_schedule_rate, __green_light_projects, __yellow_light_projects
      , __red_light_projects, __industrial_investment, __upgrade_investment, __statistics_investment
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
) subq_1
FULL OUTER JOIN (
  SELECT
    metric_time__month, scope
    , CAST(investment_ytd AS DOUBLE) / CAST(NULLIF(planned_investment_year, 0) AS DOUBLE) AS investment_completion_rate
    , CAST(projects_started AS DOUBLE) / CAST(NULLIF(projects_planned_under_way, 0) AS DOUBLE) AS project_start_rate
    , CAST(projects_started_on_time AS DOUBLE) / CAST(NULLIF(projects_start_due, 0) AS DOUBLE) AS project_start_on_time_rate
    , CAST(projects_in_statistics AS DOUBLE) / CAST(NULLIF(projects_statistics_due, 0) AS DOUBLE) AS project_statistics_rate
    , CAST(fixed_investment_on_land AS DOUBLE) / CAST(NULLIF(land_with_investment, 0) AS DOUBLE) AS investment_intensity
    , statistics_investment_compared / nullif(statistics_investment_prior, 0) - 1 AS statistics_investment_growth
    , statistics_upgrade_compared / nullif(statistics_upgrade_prior, 0) - 1 AS statistics_upgrade_growth
    , CAST(projects_with_leader AS DOUBLE) / CAST(NULLIF(key_projects, 0) AS DOUBLE) AS leader_coverage_rate
    , CAST(projects_visited AS DOUBLE) / CAST(NULLIF(key_projects, 0) AS DOUBLE) AS leader_visit_rate
  FROM (
    SELECT
      subq_7.metric_time__month AS metric_time__month, subq_7.scope AS scope
      , SUM(subq_7.__investment_ytd) AS investment_ytd
      , SUM(subq_7.__planned_investment_year) AS planned_investment_year
      , COUNT(DISTINCT subq_7.__projects_started) AS projects_started
      , COUNT(DISTINCT subq_7.__projects_planned_under_way) AS projects_planned_under_way
      , COUNT(DISTINCT subq_7.__projects_started_on_time) AS projects_started_on_time
      , COUNT(DISTINCT subq_7.__projects_start_due) AS projects_start_due
      , COUNT(DISTINCT subq_7.__projects_in_statistics) AS projects_in_statistics
      , COUNT(DISTINCT subq_7.__projects_statistics_due) AS projects_statistics_due
      , SUM(subq_7.__fixed_investment_on_land) AS fixed_investment_on_land
      , SUM(subq_7.__land_with_investment) AS land_with_investment
      , SUM(subq_7.__statistics_investment_compared) AS statistics_investment_compared
      , SUM(subq_7.__statistics_investment_prior) AS statistics_investment_prior
      , SUM(subq_7.__statistics_upgrade_compared) AS statistics_upgrade_compared
      , SUM(subq_7.__statistics_upgrade_prior) AS statistics_upgrade_prior
      , COUNT(DISTINCT subq_7.__projects_with_leader) AS projects_with_leader
      , COUNT(DISTINCT subq_7.__key_projects) AS key_projects, SUM(subq_7.__projects_visited) AS projects_visited
    FROM (
      SELECT
        period_start__month, metric_time__month, scope, __key_projects, __planned_investment_year, __investment_ytd
        , __projects_planned_under_way, __projects_started, __projects_start_due, __projects_started_on_time
        , __projects_statistics_due, __projects_in_statistics, __fixed_investment_on_land, __land_with_investment
        , __projects_with_leader, __projects_visited, __statistics_investment_compared
        , __statistics_investment_prior, __statistics_upgrade_compared, __statistics_upgrade_prior
      FROM sma_1_cte
    ) subq_7
    INNER JOIN (
      SELECT
        metric_time__month, MAX(period_start__month) AS period_start__month__complete
      FROM sma_1_cte
      GROUP BY
        metric_time__month
    ) subq_8
    ON
      subq_7.period_start__month = subq_8.period_start__month__complete
    GROUP BY
      subq_7.metric_time__month, subq_7.scope
  ) subq_9
) subq_2
ON
  (
    subq_1.metric_time__month = subq_2.metric_time__month
  ) AND (
    subq_1.scope = subq_2.scope
  )
FULL OUTER JOIN (
  SELECT
    metric_time__month, scope, investment_completion_rate - investment_schedule_rate AS investment_ahead_of_schedule
  FROM (
    SELECT
      COALESCE(subq_10.metric_time__month, subq_11.metric_time__month) AS metric_time__month
      , COALESCE(subq_10.scope, subq_11.scope) AS scope
      , MAX(CAST(subq_10.investment_ytd AS DOUBLE) / CAST(NULLIF(subq_10.planned_investment_year, 0) AS DOUBLE)) AS investment_completion_rate
      , MAX(subq_11.investment_schedule_rate) AS investment_schedule_rate
    FROM (
      SELECT
        subq_12.metric_time__month AS metric_time__month, subq_12.scope AS scope
        , SUM(subq_12.__investment_ytd) AS investment_ytd
        , SUM(subq_12.__planned_investment_year) AS planned_investment_year
      FROM (
        SELECT
          period_start__month, metric_time__month, scope, __planned_investment_year, __investment_ytd
        FROM sma_1_cte
      ) subq_12
      INNER JOIN (
        SELECT
          metric_time__month, MAX(period_start__month) AS period_start__month__complete
        FROM sma_1_cte
        GROUP BY
          metric_time__month
      ) subq_13
      ON
        subq_12.period_start__month = subq_13.period_start__month__complete
      GROUP BY
        subq_12.metric_time__month, subq_12.scope
    ) subq_10
    FULL OUTER JOIN (
      SELECT
        subq_14.metric_time__month AS metric_time__month, subq_14.scope AS scope
        , MAX(subq_14.__investment_schedule_rate) AS investment_schedule_rate
      FROM (
        SELECT
          period_start__month, metric_time__month, scope, __investment_schedule_rate
        FROM sma_1_cte
      ) subq_14
      INNER JOIN (
        SELECT
          metric_time__month, MAX(period_start__month) AS period_start__month__complete
        FROM sma_1_cte
        GROUP BY
          metric_time__month
      ) subq_15
      ON
        subq_14.period_start__month = subq_15.period_start__month__complete
      GROUP BY
        subq_14.metric_time__month, subq_14.scope
    ) subq_11
    ON
      (
        subq_10.metric_time__month = subq_11.metric_time__month
      ) AND (
        subq_10.scope = subq_11.scope
      )
    GROUP BY
      COALESCE(subq_10.metric_time__month, subq_11.metric_time__month), COALESCE(subq_10.scope, subq_11.scope)
  ) subq_16
) subq_3
ON
  (
    COALESCE(subq_1.metric_time__month, subq_2.metric_time__month) = subq_3.metric_time__month
  ) AND (
    COALESCE(subq_1.scope, subq_2.scope) = subq_3.scope
  )
FULL OUTER JOIN (
  SELECT
    metric_time__month, scope, SUM(__investment_month) AS investment_month
  FROM sma_1_cte
  GROUP BY
    metric_time__month, scope
) subq_4
ON
  (
    COALESCE(subq_1.metric_time__month, subq_2.metric_time__month, subq_3.metric_time__month) = subq_4.metric_time__month
  ) AND (
    COALESCE(subq_1.scope, subq_2.scope, subq_3.scope) = subq_4.scope
  )
GROUP BY
  COALESCE(subq_1.metric_time__month, subq_2.metric_time__month, subq_3.metric_time__month, subq_4.metric_time__month)
  , COALESCE(subq_1.scope, subq_2.scope, subq_3.scope, subq_4.scope)
{% endmacro %}
