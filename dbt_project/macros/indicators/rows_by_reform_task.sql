{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_reform_task() %}
select
    *,
    reform_task__form as form,
    reform_task__submission_id as submission_id,
    reform_task__sheet as sheet,
    reform_task__sheet_row as sheet_row,
    reform_task__row_key as row_key
from (

select
    date_trunc('month', period_start) as metric_time__month,
    form as reform_task__form,
    submission_id as reform_task__submission_id,
    sheet as reform_task__sheet,
    sheet_row as reform_task__sheet_row,
    row_key as reform_task__row_key,
    case when (case when is_listed and not is_subtask then task_no end) is not null then 1 else 0 end as reform_tasks,
    case when (case when is_listed and not is_subtask and is_done then task_no end) is not null then 1 else 0 end as reform_tasks_done,
    case when (case when is_listed and not is_subtask and is_due and is_done_on_time then task_no end) is not null then 1 else 0 end as reform_tasks_done_on_time,
    case when (case when is_listed and not is_subtask and is_due then task_no end) is not null then 1 else 0 end as reform_tasks_due
from {{ ref('fct_reform_tasks') }}

) as compiled
{% endmacro %}
