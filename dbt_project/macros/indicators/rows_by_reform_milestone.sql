{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_reform_milestone() %}
select
    *,
    reform_milestone__form as form,
    reform_milestone__submission_id as submission_id,
    reform_milestone__sheet as sheet,
    reform_milestone__sheet_row as sheet_row,
    reform_milestone__row_key as row_key
from (

select
    date_trunc('month', period_start) as metric_time__month,
    form as reform_milestone__form,
    submission_id as reform_milestone__submission_id,
    sheet as reform_milestone__sheet,
    sheet_row as reform_milestone__sheet_row,
    row_key as reform_milestone__row_key,
    case when is_listed then weight_rate end as milestone_weight,
    case when is_listed and is_done then weight_rate when is_listed then 0 end as milestone_weight_done
from {{ ref('fct_reform_milestones') }}

) as compiled
{% endmacro %}
