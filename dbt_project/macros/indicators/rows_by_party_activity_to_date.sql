{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_party_activity_to_date() %}
select
    *,
    party_activity_to_date__form as form,
    party_activity_to_date__submission_id as submission_id,
    party_activity_to_date__sheet as sheet,
    party_activity_to_date__sheet_row as sheet_row,
    party_activity_to_date__row_key as row_key
from (

select
    date_trunc('month', period_start) as metric_time__month,
    form as party_activity_to_date__form,
    submission_id as party_activity_to_date__submission_id,
    sheet as party_activity_to_date__sheet,
    sheet_row as party_activity_to_date__sheet_row,
    row_key as party_activity_to_date__row_key,
    case when (party_activity_id) is not null then 1 else 0 end as party_activities,
    enterprise_count as party_activity_enterprises
from {{ ref('fct_party_activities_to_date') }}

) as compiled
{% endmacro %}
