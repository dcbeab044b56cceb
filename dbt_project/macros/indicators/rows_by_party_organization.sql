{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_party_organization() %}
select
    *,
    party_organization__form as form,
    party_organization__submission_id as submission_id,
    party_organization__sheet as sheet,
    party_organization__sheet_row as sheet_row,
    party_organization__row_key as row_key
from (

select
    date_trunc('month', period_start) as metric_time__month,
    form as party_organization__form,
    submission_id as party_organization__submission_id,
    sheet as party_organization__sheet,
    sheet_row as party_organization__sheet_row,
    row_key as party_organization__row_key,
    case when (case when not is_organization then org_no end) is not null then 1 else 0 end as party_alliances,
    member_count as party_members,
    case when (case when is_organization then org_no end) is not null then 1 else 0 end as party_organizations
from {{ ref('fct_party_organizations') }}

) as compiled
{% endmacro %}
