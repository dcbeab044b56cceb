{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_outreach_to_date() %}
select
    *,
    outreach_to_date__form as form,
    outreach_to_date__submission_id as submission_id,
    outreach_to_date__sheet as sheet,
    outreach_to_date__sheet_row as sheet_row,
    outreach_to_date__row_key as row_key
from (

SELECT
  subq_1.metric_time__month AS metric_time__month, subq_1.outreach_to_date__form AS outreach_to_date__form
  , subq_1.outreach_to_date__submission_id AS outreach_to_date__submission_id
  , subq_1.outreach_to_date__sheet AS outreach_to_date__sheet
  , subq_1.outreach_to_date__sheet_row AS outreach_to_date__sheet_row
  , subq_1.outreach_to_date__row_key AS outreach_to_date__row_key
  , SUM(subq_1.__outreach_batches) AS outreach_batches
FROM (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, form AS outreach_to_date__form
    , submission_id AS outreach_to_date__submission_id, sheet AS outreach_to_date__sheet
    , sheet_row AS outreach_to_date__sheet_row, row_key AS outreach_to_date__row_key
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
  subq_1.metric_time__month, subq_1.outreach_to_date__form, subq_1.outreach_to_date__submission_id
  , subq_1.outreach_to_date__sheet, subq_1.outreach_to_date__sheet_row, subq_1.outreach_to_date__row_key

) as compiled
{% endmacro %}
