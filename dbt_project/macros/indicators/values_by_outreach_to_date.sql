{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro values_by_outreach_to_date() %}
SELECT
  subq_1.metric_time__month AS metric_time__month, subq_1.scope AS scope
  , SUM(subq_1.__outreach_batches) AS outreach_batches
FROM (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, scope
    , case when activity_kind = '外出招商' then batches end AS __outreach_batches
  FROM {{ ref('fct_outreach_to_date') }} outreach_to_date_src_1
) subq_1
INNER JOIN (
  SELECT
    DATE_TRUNC('month', period_start) AS metric_time__month
    , MAX(DATE_TRUNC('month', period_start)) AS period_start__month__complete
  FROM {{ ref('fct_outreach_to_date') }} outreach_to_date_src_1
  GROUP BY
    DATE_TRUNC('month', period_start)
) subq_2
ON
  subq_1.period_start__month = subq_2.period_start__month__complete
GROUP BY
  subq_1.metric_time__month, subq_1.scope
{% endmacro %}
