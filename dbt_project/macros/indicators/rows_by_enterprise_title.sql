{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_enterprise_title() %}
select
    *,
    enterprise_title__form as form,
    enterprise_title__submission_id as submission_id,
    enterprise_title__sheet as sheet,
    enterprise_title__sheet_row as sheet_row,
    enterprise_title__row_key as row_key
from (

SELECT
  subq_1.metric_time__month AS metric_time__month, subq_1.enterprise_title__form AS enterprise_title__form
  , subq_1.enterprise_title__submission_id AS enterprise_title__submission_id
  , subq_1.enterprise_title__sheet AS enterprise_title__sheet
  , subq_1.enterprise_title__sheet_row AS enterprise_title__sheet_row
  , subq_1.enterprise_title__row_key AS enterprise_title__row_key
  , COUNT(DISTINCT subq_1.__above_scale_enterprises) AS above_scale_enterprises
  , COUNT(DISTINCT subq_1.__above_scale_enterprises_left) AS above_scale_enterprises_left
  , COUNT(DISTINCT subq_1.__above_scale_industrial_enterprises) AS above_scale_industrial_enterprises
  , COUNT(DISTINCT subq_1.__expected_above_scale_enterprises) AS expected_above_scale_enterprises
  , COUNT(DISTINCT subq_1.__expected_hightech_enterprises) AS expected_hightech_enterprises
  , COUNT(DISTINCT subq_1.__gazelles) AS gazelles
  , COUNT(DISTINCT subq_1.__hightech_applicants) AS hightech_applicants
  , COUNT(DISTINCT subq_1.__hightech_enterprises) AS hightech_enterprises
  , COUNT(DISTINCT subq_1.__hightech_first_applicants) AS hightech_first_applicants
  , COUNT(DISTINCT subq_1.__hightech_renewing_applicants) AS hightech_renewing_applicants
  , COUNT(DISTINCT subq_1.__municipal_srdi_enterprises) AS municipal_srdi_enterprises
  , COUNT(DISTINCT subq_1.__new_above_scale_enterprises) AS new_above_scale_enterprises
  , COUNT(DISTINCT subq_1.__new_gazelles) AS new_gazelles
  , COUNT(DISTINCT subq_1.__provincial_srdi_enterprises) AS provincial_srdi_enterprises
FROM (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, form AS enterprise_title__form
    , submission_id AS enterprise_title__submission_id, sheet AS enterprise_title__sheet
    , sheet_row AS enterprise_title__sheet_row, row_key AS enterprise_title__row_key
    , case when title = 'above_scale' and is_valid_at_period_end then enterprise_id end AS __above_scale_enterprises
    , case when title = 'above_scale' and is_valid_at_period_end and statistics_profession = 'B 工业' then enterprise_id end AS __above_scale_industrial_enterprises
    , case when title = 'above_scale' and is_awarded_in_year and not is_renewal then enterprise_id end AS __new_above_scale_enterprises
    , case when title = 'above_scale' and (is_valid_at_year_end or is_pending) then enterprise_id end AS __expected_above_scale_enterprises
    , case when title = 'hightech' and is_applied_in_year then enterprise_id end AS __hightech_applicants
    , case when title = 'hightech' and is_applied_in_year and not is_renewal then enterprise_id end AS __hightech_first_applicants
    , case when title = 'hightech' and is_applied_in_year and is_renewal then enterprise_id end AS __hightech_renewing_applicants
    , case when title = 'hightech' and is_valid_at_period_end then enterprise_id end AS __hightech_enterprises
    , case when title = 'hightech' and (is_valid_at_year_end or is_pending) then enterprise_id end AS __expected_hightech_enterprises
    , case when title = 'gazelle_province' and is_awarded_in_year and not is_renewal then enterprise_id end AS __new_gazelles
    , case when title = 'gazelle_province' and is_valid_at_period_end then enterprise_id end AS __gazelles
    , case when title = 'srdi_province' and is_valid_at_period_end then enterprise_id end AS __provincial_srdi_enterprises
    , case when title = 'srdi_city' and is_valid_at_period_end then enterprise_id end AS __municipal_srdi_enterprises
    , case when title = 'above_scale' and (stage = '取消' or exit_reason is not null) then enterprise_id end AS __above_scale_enterprises_left
  FROM {{ ref('fct_enterprise_titles') }} enterprise_titles_src_1
) subq_1
INNER JOIN (
  SELECT
    DATE_TRUNC('month', period_start) AS metric_time__month
    , MAX(DATE_TRUNC('month', period_start)) AS period_start__month__complete
  FROM {{ ref('fct_enterprise_titles') }} enterprise_titles_src_1
  GROUP BY
    DATE_TRUNC('month', period_start)
) subq_2
ON
  subq_1.period_start__month = subq_2.period_start__month__complete
GROUP BY
  subq_1.metric_time__month, subq_1.enterprise_title__form, subq_1.enterprise_title__submission_id
  , subq_1.enterprise_title__sheet, subq_1.enterprise_title__sheet_row, subq_1.enterprise_title__row_key

) as compiled
{% endmacro %}
