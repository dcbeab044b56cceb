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

select
    date_trunc('month', period_start) as metric_time__month,
    form as letter_month__form,
    submission_id as letter_month__submission_id,
    sheet as letter_month__sheet,
    sheet_row as letter_month__sheet_row,
    row_key as letter_month__row_key,
    case when (case when is_issued_in_year and is_replied_on_time then letter_no end) is not null then 1 else 0 end as letters_replied_on_time,
    case when (case when is_issued_in_year then letter_no end) is not null then 1 else 0 end as letters_sent,
    case when (case when is_issued_in_year and letter_level = 2 then letter_no end) is not null then 1 else 0 end as pressing_letters_sent,
    case when (case when is_issued_in_year and letter_level = 1 then letter_no end) is not null then 1 else 0 end as reminders_sent
from {{ ref('fct_supervision_letters') }}

) as compiled
{% endmacro %}
