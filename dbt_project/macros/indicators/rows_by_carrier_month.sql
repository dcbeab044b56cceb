{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro rows_by_carrier_month() %}
select
    *,
    carrier_month__form as form,
    carrier_month__submission_id as submission_id,
    carrier_month__sheet as sheet,
    carrier_month__sheet_row as sheet_row,
    carrier_month__row_key as row_key
from (

select
    date_trunc('month', period_start) as metric_time__month,
    form as carrier_month__form,
    submission_id as carrier_month__submission_id,
    sheet as carrier_month__sheet,
    sheet_row as carrier_month__sheet_row,
    row_key as carrier_month__row_key,
    case when carrier_group = '楼宇' then available_area_m2 end as available_buildings,
    available_land_mu as available_land,
    case when carrier_group = '厂房' then available_area_m2 end as available_plants,
    case when carrier_group <> '土地' then lettable_area_m2 end as lettable_area,
    case when carrier_group <> '土地' then released_area_ytd_m2 end as released_area,
    case when carrier_group = '土地' then released_land_ytd_mu end as released_land,
    case when carrier_group <> '土地' then vacant_area_m2 end as vacant_area
from {{ ref('fct_carrier_months') }}

) as compiled
{% endmacro %}
