{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro values_by_enterprise_title() %}
WITH sma_1_cte AS (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, scope
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
)

SELECT
  COALESCE(subq_1.metric_time__month, subq_2.metric_time__month) AS metric_time__month
  , COALESCE(subq_1.scope, subq_2.scope) AS scope, MAX(subq_1.above_scale_enterprises) AS above_scale_enterprises
  , MAX(subq_1.above_scale_industrial_enterprises) AS above_scale_industrial_enterprises
  , MAX(subq_1.new_above_scale_enterprises) AS new_above_scale_enterprises
  , MAX(subq_1.expected_above_scale_enterprises) AS expected_above_scale_enterprises
  , MAX(subq_1.hightech_applicants) AS hightech_applicants
  , MAX(subq_1.hightech_first_applicants) AS hightech_first_applicants
  , MAX(subq_1.hightech_renewing_applicants) AS hightech_renewing_applicants
  , MAX(subq_1.hightech_enterprises) AS hightech_enterprises
  , MAX(subq_1.expected_hightech_enterprises) AS expected_hightech_enterprises
  , MAX(subq_1.new_gazelles) AS new_gazelles, MAX(subq_1.gazelles) AS gazelles
  , MAX(subq_1.provincial_srdi_enterprises) AS provincial_srdi_enterprises
  , MAX(subq_1.municipal_srdi_enterprises) AS municipal_srdi_enterprises
  , MAX(subq_2.net_new_above_scale_enterprises) AS net_new_above_scale_enterprises
FROM (
  SELECT
    subq_3.metric_time__month AS metric_time__month, subq_3.scope AS scope
    , COUNT(DISTINCT subq_3.__above_scale_enterprises) AS above_scale_enterprises
    , COUNT(DISTINCT subq_3.__above_scale_industrial_enterprises) AS above_scale_industrial_enterprises
    , COUNT(DISTINCT subq_3.__new_above_scale_enterprises) AS new_above_scale_enterprises
    , COUNT(DISTINCT subq_3.__expected_above_scale_enterprises) AS expected_above_scale_enterprises
    , COUNT(DISTINCT subq_3.__hightech_applicants) AS hightech_applicants
    , COUNT(DISTINCT subq_3.__hightech_first_applicants) AS hightech_first_applicants
    , COUNT(DISTINCT subq_3.__hightech_renewing_applicants) AS hightech_renewing_applicants
    , COUNT(DISTINCT subq_3.__hightech_enterprises) AS hightech_enterprises
    , COUNT(DISTINCT subq_3.__expected_hightech_enterprises) AS expected_hightech_enterprises
    , COUNT(DISTINCT subq_3.__new_gazelles) AS new_gazelles, COUNT(DISTINCT subq_3.__gazelles) AS gazelles
    , COUNT(DISTINCT subq_3.__provincial_srdi_enterprises) AS provincial_srdi_enterprises
    , COUNT(DISTINCT subq_3.__municipal_srdi_enterprises) AS municipal_srdi_enterprises
  FROM (
    SELECT
      period_start__month, metric_time__month, scope, __above_scale_enterprises
      , __above_scale_industrial_enterprises, __new_above_scale_enterprises, __expected_above_scale_enterprises
      , __hightech_applicants, __hightech_first_applicants, __hightech_renewing_applicants, __hightech_enterprises
      , __expected_hightech_enterprises, __new_gazelles, __gazelles, __provincial_srdi_enterprises
      , __municipal_srdi_enterprises
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
    metric_time__month, scope
    , new_above_scale_enterprises - above_scale_enterprises_left AS net_new_above_scale_enterprises
  FROM (
    SELECT
      subq_5.metric_time__month AS metric_time__month, subq_5.scope AS scope
      , COUNT(DISTINCT subq_5.__new_above_scale_enterprises) AS new_above_scale_enterprises
      , COUNT(DISTINCT subq_5.__above_scale_enterprises_left) AS above_scale_enterprises_left
    FROM (
      SELECT
        period_start__month, metric_time__month, scope, __new_above_scale_enterprises
        , __above_scale_enterprises_left
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
  ) subq_7
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
