{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_upgrade_subsidy() %}
select
    *,
    upgrade_subsidy__form as form,
    upgrade_subsidy__submission_id as submission_id,
    upgrade_subsidy__sheet as sheet,
    upgrade_subsidy__sheet_row as sheet_row,
    upgrade_subsidy__row_key as row_key
from (

select
    date_trunc('month', period_start) as metric_time__month,
    form as upgrade_subsidy__form,
    submission_id as upgrade_subsidy__submission_id,
    sheet as upgrade_subsidy__sheet,
    sheet_row as upgrade_subsidy__sheet_row,
    row_key as upgrade_subsidy__row_key,
    case when is_registered then amount_approved_wan end as subsidies_approved,
    case when is_registered then amount_paid_wan end as subsidies_paid,
    case when (case when is_registered and is_applied then row_key end) is not null then 1 else 0 end as subsidy_applications
from {{ ref('fct_upgrade_subsidies') }}

) as compiled
{% endmacro %}
