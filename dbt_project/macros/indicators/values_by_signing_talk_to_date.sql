{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro values_by_signing_talk_to_date() %}
SELECT
  metric_time__month, scope
  , CAST(new_agreements AS DOUBLE) / CAST(NULLIF(talks_of_year, 0) AS DOUBLE) AS signing_conversion_rate
FROM (
  SELECT
    COALESCE(subq_1.metric_time__month, subq_2.metric_time__month) AS metric_time__month
    , COALESCE(subq_1.scope, subq_2.scope) AS scope, MAX(subq_1.new_agreements) AS new_agreements
    , MAX(subq_2.talks_of_year) AS talks_of_year
  FROM (
    SELECT
      subq_3.metric_time__month AS metric_time__month, subq_3.scope AS scope
      , COUNT(DISTINCT subq_3.__new_agreements) AS new_agreements
    FROM (
      SELECT
        DATE_TRUNC('month', period_start) AS period_start__month
        , DATE_TRUNC('month', period_start) AS metric_time__month, scope
        , case when is_investment_agreement and is_signed_in_year then project_no end AS __new_agreements
      FROM {{ ref('fct_signings') }} signings_src_1
    ) subq_3
    INNER JOIN (
      SELECT
        DATE_TRUNC('month', period_start) AS metric_time__month
        , MAX(DATE_TRUNC('month', period_start)) AS period_start__month__complete
      FROM {{ ref('fct_signings') }} signings_src_1
      GROUP BY
        DATE_TRUNC('month', period_start)
    ) subq_4
    ON
      subq_3.period_start__month = subq_4.period_start__month__complete
    GROUP BY
      subq_3.metric_time__month, subq_3.scope
  ) subq_1
  FULL OUTER JOIN (
    SELECT
      subq_5.metric_time__month AS metric_time__month, subq_5.scope AS scope
      , COUNT(DISTINCT subq_5.__talks_of_year) AS talks_of_year
    FROM (
      SELECT
        DATE_TRUNC('day', period_start) AS period_start__day
        , DATE_TRUNC('month', period_start) AS metric_time__month, scope, project_no AS __talks_of_year
      FROM {{ ref('fct_talks_to_date') }} talks_to_date_src_1
    ) subq_5
    INNER JOIN (
      SELECT
        DATE_TRUNC('month', period_start) AS metric_time__month
        , MAX(DATE_TRUNC('day', period_start)) AS period_start__day__complete
      FROM {{ ref('fct_talks_to_date') }} talks_to_date_src_1
      GROUP BY
        DATE_TRUNC('month', period_start)
    ) subq_6
    ON
      subq_5.period_start__day = subq_6.period_start__day__complete
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
) subq_7
{% endmacro %}
