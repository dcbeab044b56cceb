{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_talk_to_date() %}
select
    *,
    talk_to_date__form as form,
    talk_to_date__submission_id as submission_id,
    talk_to_date__sheet as sheet,
    talk_to_date__sheet_row as sheet_row,
    talk_to_date__row_key as row_key
from (

SELECT
  subq_1.metric_time__month AS metric_time__month, subq_1.talk_to_date__form AS talk_to_date__form
  , subq_1.talk_to_date__submission_id AS talk_to_date__submission_id
  , subq_1.talk_to_date__sheet AS talk_to_date__sheet, subq_1.talk_to_date__sheet_row AS talk_to_date__sheet_row
  , subq_1.talk_to_date__row_key AS talk_to_date__row_key, COUNT(DISTINCT subq_1.__talks_of_year) AS talks_of_year
FROM (
  SELECT
    DATE_TRUNC('day', period_start) AS period_start__day, DATE_TRUNC('month', period_start) AS metric_time__month
    , form AS talk_to_date__form, submission_id AS talk_to_date__submission_id, sheet AS talk_to_date__sheet
    , sheet_row AS talk_to_date__sheet_row, row_key AS talk_to_date__row_key, project_no AS __talks_of_year
  FROM {{ ref('fct_talks_to_date') }} talks_to_date_src_1
) subq_1
INNER JOIN (
  SELECT
    DATE_TRUNC('month', period_start) AS metric_time__month
    , MAX(DATE_TRUNC('day', period_start)) AS period_start__day__complete
  FROM {{ ref('fct_talks_to_date') }} talks_to_date_src_1
  GROUP BY
    DATE_TRUNC('month', period_start)
) subq_2
ON
  subq_1.period_start__day = subq_2.period_start__day__complete
GROUP BY
  subq_1.metric_time__month, subq_1.talk_to_date__form, subq_1.talk_to_date__submission_id
  , subq_1.talk_to_date__sheet, subq_1.talk_to_date__sheet_row, subq_1.talk_to_date__row_key

) as compiled
{% endmacro %}
