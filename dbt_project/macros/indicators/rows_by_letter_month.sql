{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_letter_month() %}
select
    *,
    letter_month__form as form,
    letter_month__submission_id as submission_id,
    letter_month__sheet as sheet,
    letter_month__sheet_row as sheet_row,
    letter_month__row_key as row_key
from (

SELECT
  subq_1.metric_time__month AS metric_time__month, subq_1.letter_month__form AS letter_month__form
  , subq_1.letter_month__submission_id AS letter_month__submission_id
  , subq_1.letter_month__sheet AS letter_month__sheet, subq_1.letter_month__sheet_row AS letter_month__sheet_row
  , subq_1.letter_month__row_key AS letter_month__row_key
  , COUNT(DISTINCT subq_1.__letters_replied_on_time) AS letters_replied_on_time
  , COUNT(DISTINCT subq_1.__letters_sent) AS letters_sent
  , COUNT(DISTINCT subq_1.__pressing_letters_sent) AS pressing_letters_sent
  , COUNT(DISTINCT subq_1.__reminders_sent) AS reminders_sent
FROM (
  SELECT
    DATE_TRUNC('month', period_start) AS period_start__month
    , DATE_TRUNC('month', period_start) AS metric_time__month, form AS letter_month__form
    , submission_id AS letter_month__submission_id, sheet AS letter_month__sheet
    , sheet_row AS letter_month__sheet_row, row_key AS letter_month__row_key
    , case when is_issued_in_year and letter_level = 1 then letter_no end AS __reminders_sent
    , case when is_issued_in_year and letter_level = 2 then letter_no end AS __pressing_letters_sent
    , case when is_issued_in_year then letter_no end AS __letters_sent
    , case when is_issued_in_year and is_replied_on_time then letter_no end AS __letters_replied_on_time
  FROM {{ ref('fct_supervision_letters') }} supervision_letters_src_1
) subq_1
INNER JOIN (
  SELECT
    DATE_TRUNC('month', period_start) AS metric_time__month
    , MAX(DATE_TRUNC('month', period_start)) AS period_start__month__complete
  FROM {{ ref('fct_supervision_letters') }} supervision_letters_src_1
  GROUP BY
    DATE_TRUNC('month', period_start)
) subq_2
ON
  subq_1.period_start__month = subq_2.period_start__month__complete
GROUP BY
  subq_1.metric_time__month, subq_1.letter_month__form, subq_1.letter_month__submission_id
  , subq_1.letter_month__sheet, subq_1.letter_month__sheet_row, subq_1.letter_month__row_key

) as compiled
{% endmacro %}
