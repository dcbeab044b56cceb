{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_filing() %}
select
    *,
    filing__form as form,
    filing__submission_id as submission_id,
    filing__sheet as sheet,
    filing__sheet_row as sheet_row,
    filing__row_key as row_key
from (

SELECT
  metric_time__month, filing__form, filing__submission_id, filing__sheet, filing__sheet_row, filing__row_key
  , SUM(__filings_accepted_at_once) AS filings_accepted_at_once
  , SUM(__filings_accepted_on_time) AS filings_accepted_on_time, SUM(__filings_arrived) AS filings_arrived
  , SUM(__filings_due) AS filings_due, SUM(__filings_made) AS filings_made
  , SUM(__filings_on_time) AS filings_on_time
FROM (
  SELECT
    DATE_TRUNC('month', period_start) AS metric_time__month, form AS filing__form
    , submission_id AS filing__submission_id, sheet AS filing__sheet, sheet_row AS filing__sheet_row
    , row_key AS filing__row_key
    , CASE WHEN case when is_due then obligation_id end IS NOT NULL THEN 1 ELSE 0 END AS __filings_due
    , CASE WHEN case when is_due and is_on_time then obligation_id end IS NOT NULL THEN 1 ELSE 0 END AS __filings_on_time
    , CASE WHEN case when is_due and is_filed then obligation_id end IS NOT NULL THEN 1 ELSE 0 END AS __filings_arrived
    , CASE WHEN case when is_due and is_accepted_on_time then obligation_id end IS NOT NULL THEN 1 ELSE 0 END AS __filings_accepted_on_time
    , CASE WHEN case when is_filed then obligation_id end IS NOT NULL THEN 1 ELSE 0 END AS __filings_made
    , CASE WHEN case when is_accepted_at_once then obligation_id end IS NOT NULL THEN 1 ELSE 0 END AS __filings_accepted_at_once
  FROM {{ ref('fct_obligations') }} filings_src_1
) subq_1
GROUP BY
  metric_time__month, filing__form, filing__submission_id, filing__sheet, filing__sheet_row, filing__row_key

) as compiled
{% endmacro %}
