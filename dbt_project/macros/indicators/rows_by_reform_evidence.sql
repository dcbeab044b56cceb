{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_reform_evidence() %}
select
    *,
    reform_evidence__form as form,
    reform_evidence__submission_id as submission_id,
    reform_evidence__sheet as sheet,
    reform_evidence__sheet_row as sheet_row,
    reform_evidence__row_key as row_key
from (

select
    date_trunc('month', period_start) as metric_time__month,
    form as reform_evidence__form,
    submission_id as reform_evidence__submission_id,
    sheet as reform_evidence__sheet,
    sheet_row as reform_evidence__sheet_row,
    row_key as reform_evidence__row_key,
    case when (case when reform_item = '工作效能' then reform_evidence_id end) is not null then 1 else 0 end as efficiency_evidence,
    case when reform_item = '工作效能' then reviewed_points end as efficiency_points,
    case when (case when reform_item = '改革创新经验' then reform_evidence_id end) is not null then 1 else 0 end as experience_evidence,
    case when reform_item = '改革创新经验' then reviewed_points end as experience_points,
    case when (case when reform_item = '创新性实事' then reform_evidence_id end) is not null then 1 else 0 end as innovation_evidence,
    case when reform_item = '创新性实事' then reviewed_points end as innovation_points,
    case when (case when reform_item = '制度创新成果' then reform_evidence_id end) is not null then 1 else 0 end as institution_evidence,
    case when reform_item = '制度创新成果' then reviewed_points end as institution_points
from {{ ref('fct_reform_evidence') }}

) as compiled
{% endmacro %}
