{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro values_by_filing() %}
SELECT
  metric_time__month, scope
  , CAST(filings_on_time AS DOUBLE) / CAST(NULLIF(filings_due, 0) AS DOUBLE) AS filing_on_time_rate
  , CAST(filings_arrived AS DOUBLE) / CAST(NULLIF(filings_due, 0) AS DOUBLE) AS filing_arrival_rate
  , CAST(filings_accepted_on_time AS DOUBLE) / CAST(NULLIF(filings_due, 0) AS DOUBLE) AS filing_accepted_on_time_rate
  , CAST(filings_accepted_at_once AS DOUBLE) / CAST(NULLIF(filings_made, 0) AS DOUBLE) AS filing_first_pass_rate
FROM (
  SELECT
    metric_time__month, scope, SUM(__filings_on_time) AS filings_on_time, SUM(__filings_due) AS filings_due
    , SUM(__filings_arrived) AS filings_arrived, SUM(__filings_accepted_on_time) AS filings_accepted_on_time
    , SUM(__filings_accepted_at_once) AS filings_accepted_at_once, SUM(__filings_made) AS filings_made
  FROM (
    SELECT
      DATE_TRUNC('month', period_start) AS metric_time__month, '全区' AS scope
      , CASE WHEN case when is_due then obligation_id end IS NOT NULL THEN 1 ELSE 0 END AS __filings_due
      , CASE WHEN case when is_due and is_on_time then obligation_id end IS NOT NULL THEN 1 ELSE 0 END AS __filings_on_time
      , CASE WHEN case when is_due and is_filed then obligation_id end IS NOT NULL THEN 1 ELSE 0 END AS __filings_arrived
      , CASE WHEN case when is_due and is_accepted_on_time then obligation_id end IS NOT NULL THEN 1 ELSE 0 END AS __filings_accepted_on_time
      , CASE WHEN case when is_filed then obligation_id end IS NOT NULL THEN 1 ELSE 0 END AS __filings_made
      , CASE WHEN case when is_accepted_at_once then obligation_id end IS NOT NULL THEN 1 ELSE 0 END AS __filings_accepted_at_once
    FROM {{ ref('fct_obligations') }} filings_src_1
  ) subq_1
  GROUP BY
    metric_time__month, scope
) subq_2
{% endmacro %}
