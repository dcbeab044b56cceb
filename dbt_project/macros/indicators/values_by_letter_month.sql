{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro values_by_letter_month() %}
WITH sma_1_cte AS (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, scope
    , case when is_issued_in_year and letter_level = 1 then letter_no end AS __reminders_sent
    , case when is_issued_in_year and letter_level = 2 then letter_no end AS __pressing_letters_sent
    , case when is_issued_in_year then letter_no end AS __letters_sent
    , case when is_issued_in_year and is_replied_on_time then letter_no end AS __letters_replied_on_time
  FROM {{ ref('fct_supervision_letters') }} supervision_letters_src_1
)

SELECT
  COALESCE(subq_1.metric_time__month, subq_2.metric_time__month) AS metric_time__month
  , COALESCE(subq_1.scope, subq_2.scope) AS scope, MAX(subq_1.reminders_sent) AS reminders_sent
  , MAX(subq_1.pressing_letters_sent) AS pressing_letters_sent
  , MAX(CAST(subq_2.letters_replied_on_time AS DOUBLE) / CAST(NULLIF(subq_2.letters_sent, 0) AS DOUBLE)) AS letter_reply_on_time_rate
  , MAX(CAST(subq_2.pressing_letters_sent AS DOUBLE) / CAST(NULLIF(subq_2.reminders_sent, 0) AS DOUBLE)) AS letter_escalation_rate
FROM (
  SELECT
    subq_3.metric_time__month AS metric_time__month, subq_3.scope AS scope
    , COUNT(DISTINCT subq_3.__reminders_sent) AS reminders_sent
    , COUNT(DISTINCT subq_3.__pressing_letters_sent) AS pressing_letters_sent
  FROM (
    SELECT
      period_start__month, metric_time__month, scope, __reminders_sent, __pressing_letters_sent
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
    , COUNT(DISTINCT subq_5.__letters_replied_on_time) AS letters_replied_on_time
    , COUNT(DISTINCT subq_5.__letters_sent) AS letters_sent
    , COUNT(DISTINCT subq_5.__pressing_letters_sent) AS pressing_letters_sent
    , COUNT(DISTINCT subq_5.__reminders_sent) AS reminders_sent
  FROM (
    SELECT
      period_start__month, metric_time__month, scope, __reminders_sent, __pressing_letters_sent, __letters_sent
      , __letters_replied_on_time
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
