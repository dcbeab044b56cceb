{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_milestone_month() %}
select
    *,
    milestone_month__form as form,
    milestone_month__submission_id as submission_id,
    milestone_month__sheet as sheet,
    milestone_month__sheet_row as sheet_row,
    milestone_month__row_key as row_key
from (

SELECT
  subq_1.metric_time__month AS metric_time__month, subq_1.milestone_month__form AS milestone_month__form
  , subq_1.milestone_month__submission_id AS milestone_month__submission_id
  , subq_1.milestone_month__sheet AS milestone_month__sheet
  , subq_1.milestone_month__sheet_row AS milestone_month__sheet_row
  , subq_1.milestone_month__row_key AS milestone_month__row_key
  , COUNT(DISTINCT subq_1.__completions_due) AS completions_due
  , COUNT(DISTINCT subq_1.__completions_on_time) AS completions_on_time
  , COUNT(DISTINCT subq_1.__five_together_projects) AS five_together_projects
  , SUM(subq_1.__land_to_start_workdays) AS land_to_start_workdays
  , COUNT(DISTINCT subq_1.__last_certificates) AS last_certificates
  , COUNT(DISTINCT subq_1.__permits_asked_all) AS permits_asked_all
  , COUNT(DISTINCT subq_1.__permits_asked_construction_permit) AS permits_asked_construction_permit
  , COUNT(DISTINCT subq_1.__permits_asked_design) AS permits_asked_design
  , COUNT(DISTINCT subq_1.__permits_asked_land_permit) AS permits_asked_land_permit
  , COUNT(DISTINCT subq_1.__permits_asked_planning_permit) AS permits_asked_planning_permit
  , COUNT(DISTINCT subq_1.__permits_asked_property) AS permits_asked_property
  , COUNT(DISTINCT subq_1.__permits_done_all) AS permits_done_all
  , COUNT(DISTINCT subq_1.__permits_done_construction_permit) AS permits_done_construction_permit
  , COUNT(DISTINCT subq_1.__permits_done_design) AS permits_done_design
  , COUNT(DISTINCT subq_1.__permits_done_land_permit) AS permits_done_land_permit
  , COUNT(DISTINCT subq_1.__permits_done_planning_permit) AS permits_done_planning_permit
  , COUNT(DISTINCT subq_1.__permits_done_property) AS permits_done_property
  , COUNT(DISTINCT subq_1.__projects_at_full_capacity) AS projects_at_full_capacity
  , COUNT(DISTINCT subq_1.__projects_in_production) AS projects_in_production
  , COUNT(DISTINCT subq_1.__projects_started_after_land) AS projects_started_after_land
  , COUNT(DISTINCT subq_1.__started_with_land_projects) AS started_with_land_projects
FROM (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, form AS milestone_month__form
    , submission_id AS milestone_month__submission_id, sheet AS milestone_month__sheet
    , sheet_row AS milestone_month__sheet_row, row_key AS milestone_month__row_key
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
) subq_1
INNER JOIN (
  SELECT
    DATE_TRUNC('month', period_start) AS metric_time__month
    , MAX(DATE_TRUNC('month', period_start)) AS period_start__month__complete
  FROM {{ ref('int_project_milestone_months') }} project_milestone_months_src_1
  GROUP BY
    DATE_TRUNC('month', period_start)
) subq_2
ON
  subq_1.period_start__month = subq_2.period_start__month__complete
GROUP BY
  subq_1.metric_time__month, subq_1.milestone_month__form, subq_1.milestone_month__submission_id
  , subq_1.milestone_month__sheet, subq_1.milestone_month__sheet_row, subq_1.milestone_month__row_key

) as compiled
{% endmacro %}
