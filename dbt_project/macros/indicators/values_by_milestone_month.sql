{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro values_by_milestone_month() %}
WITH sma_1_cte AS (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, scope
    , case when milestone_code = 'M16' and is_due then project_id end AS __completions_due
    , case when milestone_code = 'M16' and is_due and is_done_on_time then project_id end AS __completions_on_time
    , case when milestone_code = 'M17' and is_done_in_year then project_id end AS __projects_in_production
    , case when milestone_code = 'M19' and is_done_in_year then project_id end AS __projects_at_full_capacity
    , case when is_certificate and is_applicable then milestone_month_id end AS __permits_asked_all
    , case when is_certificate and milestone_status = '已办' then milestone_month_id end AS __permits_done_all
    , case when milestone_code = 'M05' and is_applicable then milestone_month_id end AS __permits_asked_land_permit
    , case when milestone_code = 'M05' and milestone_status = '已办' then milestone_month_id end AS __permits_done_land_permit
    , case when milestone_code = 'M06' and is_applicable then milestone_month_id end AS __permits_asked_property
    , case when milestone_code = 'M06' and milestone_status = '已办' then milestone_month_id end AS __permits_done_property
    , case when milestone_code = 'M08' and is_applicable then milestone_month_id end AS __permits_asked_design
    , case when milestone_code = 'M08' and milestone_status = '已办' then milestone_month_id end AS __permits_done_design
    , case when milestone_code = 'M09' and is_applicable then milestone_month_id end AS __permits_asked_planning_permit
    , case when milestone_code = 'M09' and milestone_status = '已办' then milestone_month_id end AS __permits_done_planning_permit
    , case when milestone_code = 'M11' and is_applicable then milestone_month_id end AS __permits_asked_construction_permit
    , case when milestone_code = 'M11' and milestone_status = '已办' then milestone_month_id end AS __permits_done_construction_permit
    , case when is_five_together and is_done_in_year then project_id end AS __five_together_projects
    , case when is_last_certificate and is_done_in_year then project_id end AS __last_certificates
    , case when is_started_with_land and is_done_in_year then project_id end AS __started_with_land_projects
    , case when milestone_code = 'M12' and is_done_in_year then workdays_from_land end AS __land_to_start_workdays
    , case when milestone_code = 'M12' and is_done_in_year and workdays_from_land is not null then project_id end AS __projects_started_after_land
  FROM {{ ref('int_project_milestone_months') }} project_milestone_months_src_1
)

SELECT
  COALESCE(subq_1.metric_time__month, subq_2.metric_time__month) AS metric_time__month
  , COALESCE(subq_1.scope, subq_2.scope) AS scope
  , MAX(CAST(subq_1.completions_on_time AS DOUBLE) / CAST(NULLIF(subq_1.completions_due, 0) AS DOUBLE)) AS completion_on_time_rate
  , MAX(CAST(subq_1.permits_done_all AS DOUBLE) / CAST(NULLIF(subq_1.permits_asked_all, 0) AS DOUBLE)) AS permit_rate_all
  , MAX(CAST(subq_1.permits_done_land_permit AS DOUBLE) / CAST(NULLIF(subq_1.permits_asked_land_permit, 0) AS DOUBLE)) AS permit_rate_land_permit
  , MAX(CAST(subq_1.permits_done_property AS DOUBLE) / CAST(NULLIF(subq_1.permits_asked_property, 0) AS DOUBLE)) AS permit_rate_property
  , MAX(CAST(subq_1.permits_done_design AS DOUBLE) / CAST(NULLIF(subq_1.permits_asked_design, 0) AS DOUBLE)) AS permit_rate_design
  , MAX(CAST(subq_1.permits_done_planning_permit AS DOUBLE) / CAST(NULLIF(subq_1.permits_asked_planning_permit, 0) AS DOUBLE)) AS permit_rate_planning_permit
  , MAX(CAST(subq_1.permits_done_construction_permit AS DOUBLE) / CAST(NULLIF(subq_1.permits_asked_construction_permit, 0) AS DOUBLE)) AS permit_rate_construction_permit
  , MAX(CAST(subq_1.five_together_projects AS DOUBLE) / CAST(NULLIF(subq_1.last_certificates, 0) AS DOUBLE)) AS five_together_rate
  , MAX(CAST(subq_1.land_to_start_workdays AS DOUBLE) / CAST(NULLIF(subq_1.projects_started_after_land, 0) AS DOUBLE)) AS land_to_start_days
  , MAX(subq_2.projects_in_production) AS projects_in_production
  , MAX(subq_2.projects_at_full_capacity) AS projects_at_full_capacity
  , MAX(subq_2.five_together_projects) AS five_together_projects
  , MAX(subq_2.started_with_land_projects) AS started_with_land_projects
FROM (
  SELECT
    subq_3.metric_time__month AS metric_time__month, subq_3.scope AS scope
    , COUNT(DISTINCT subq_3.__completions_on_time) AS completions_on_time
    , COUNT(DISTINCT subq_3.__completions_due) AS completions_due
    , COUNT(DISTINCT subq_3.__permits_done_all) AS permits_done_all
    , COUNT(DISTINCT subq_3.__permits_asked_all) AS permits_asked_all
    , COUNT(DISTINCT subq_3.__permits_done_land_permit) AS permits_done_land_permit
    , COUNT(DISTINCT subq_3.__permits_asked_land_permit) AS permits_asked_land_permit
    , COUNT(DISTINCT subq_3.__permits_done_property) AS permits_done_property
    , COUNT(DISTINCT subq_3.__permits_asked_property) AS permits_asked_property
    , COUNT(DISTINCT subq_3.__permits_done_design) AS permits_done_design
    , COUNT(DISTINCT subq_3.__permits_asked_design) AS permits_asked_design
    , COUNT(DISTINCT subq_3.__permits_done_planning_permit) AS permits_done_planning_permit
    , COUNT(DISTINCT subq_3.__permits_asked_planning_permit) AS permits_asked_planning_permit
    , COUNT(DISTINCT subq_3.__permits_done_construction_permit) AS permits_done_construction_permit
    , COUNT(DISTINCT subq_3.__permits_asked_construction_permit) AS permits_asked_construction_permit
    , COUNT(DISTINCT subq_3.__five_together_projects) AS five_together_projects
    , COUNT(DISTINCT subq_3.__last_certificates) AS last_certificates
    , SUM(subq_3.__land_to_start_workdays) AS land_to_start_workdays
    , COUNT(DISTINCT subq_3.__projects_started_after_land) AS projects_started_after_land
  FROM (
    SELECT
      period_start__month, metric_time__month, scope, __completions_due, __completions_on_time, __permits_asked_all
      , __permits_done_all, __permits_asked_land_permit, __permits_done_land_permit, __permits_asked_property
      , __permits_done_property, __permits_asked_design, __permits_done_design, __permits_asked_planning_permit
      , __permits_done_planning_permit, __permits_asked_construction_permit, __permits_done_construction_permit
      , __five_together_projects, __last_certificates, __land_to_start_workdays, __projects_started_after_land
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
    subq_5.metric_time__month AS metric_time__month, subq_5.scope AS scope
    , COUNT(DISTINCT subq_5.__projects_in_production) AS projects_in_production
    , COUNT(DISTINCT subq_5.__projects_at_full_capacity) AS projects_at_full_capacity
    , COUNT(DISTINCT subq_5.__five_together_projects) AS five_together_projects
    , COUNT(DISTINCT subq_5.__started_with_land_projects) AS started_with_land_projects
  FROM (
    SELECT
      period_start__month, metric_time__month, scope, __projects_in_production, __projects_at_full_capacity
      , __five_together_projects, __started_with_land_projects
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
