{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_key_taxpayer() %}
select
    *,
    key_taxpayer__form as form,
    key_taxpayer__submission_id as submission_id,
    key_taxpayer__sheet as sheet,
    key_taxpayer__sheet_row as sheet_row,
    key_taxpayer__row_key as row_key
from (

SELECT
  subq_1.metric_time__month AS metric_time__month, subq_1.key_taxpayer__form AS key_taxpayer__form
  , subq_1.key_taxpayer__submission_id AS key_taxpayer__submission_id
  , subq_1.key_taxpayer__sheet AS key_taxpayer__sheet, subq_1.key_taxpayer__sheet_row AS key_taxpayer__sheet_row
  , subq_1.key_taxpayer__row_key AS key_taxpayer__row_key
  , SUM(subq_1.__key_taxpayer_revenue) AS key_taxpayer_revenue
  , SUM(subq_1.__top_taxpayer_revenue) AS top_taxpayer_revenue
FROM (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, form AS key_taxpayer__form
    , submission_id AS key_taxpayer__submission_id, sheet AS key_taxpayer__sheet
    , sheet_row AS key_taxpayer__sheet_row, row_key AS key_taxpayer__row_key
    , case when is_registered then tax_paid_ytd_wan * 0.0001 end AS __key_taxpayer_revenue
    , case when is_registered and tax_rank <= 10 then tax_paid_ytd_wan * 0.0001 end AS __top_taxpayer_revenue
  FROM {{ ref('fct_key_taxpayers') }} key_taxpayers_src_1
) subq_1
INNER JOIN (
  SELECT
    DATE_TRUNC('month', period_start) AS metric_time__month
    , MAX(DATE_TRUNC('month', period_start)) AS period_start__month__complete
  FROM {{ ref('fct_key_taxpayers') }} key_taxpayers_src_1
  GROUP BY
    DATE_TRUNC('month', period_start)
) subq_2
ON
  subq_1.period_start__month = subq_2.period_start__month__complete
GROUP BY
  subq_1.metric_time__month, subq_1.key_taxpayer__form, subq_1.key_taxpayer__submission_id
  , subq_1.key_taxpayer__sheet, subq_1.key_taxpayer__sheet_row, subq_1.key_taxpayer__row_key

) as compiled
{% endmacro %}
