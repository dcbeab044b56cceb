{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_asset_month() %}
select
    *,
    asset_month__form as form,
    asset_month__submission_id as submission_id,
    asset_month__sheet as sheet,
    asset_month__sheet_row as sheet_row,
    asset_month__row_key as row_key
from (

select
    date_trunc('month', period_start) as metric_time__month,
    form as asset_month__form,
    submission_id as asset_month__submission_id,
    sheet as asset_month__sheet,
    sheet_row as asset_month__sheet_row,
    row_key as asset_month__row_key,
    let_m2 as let_assets_area,
    lettable_m2 as lettable_assets_area
from {{ ref('fct_asset_months') }}

) as compiled
{% endmacro %}
