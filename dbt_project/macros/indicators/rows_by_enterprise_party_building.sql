{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_enterprise_party_building() %}
select
    *,
    enterprise_party_building__form as form,
    enterprise_party_building__submission_id as submission_id,
    enterprise_party_building__sheet as sheet,
    enterprise_party_building__sheet_row as sheet_row,
    enterprise_party_building__row_key as row_key
from (

select
    date_trunc('month', period_start) as metric_time__month,
    form as enterprise_party_building__form,
    submission_id as enterprise_party_building__submission_id,
    sheet as enterprise_party_building__sheet,
    sheet_row as enterprise_party_building__sheet_row,
    row_key as enterprise_party_building__row_key,
    case when (case when is_registered and is_formed_alone then row_key end) is not null then 1 else 0 end as alone_enterprises,
    case when (case when is_registered and is_covered then row_key end) is not null then 1 else 0 end as covered_enterprises,
    case when (case when is_registered then row_key end) is not null then 1 else 0 end as party_enterprises
from {{ ref('fct_enterprise_party_building') }}

) as compiled
{% endmacro %}
