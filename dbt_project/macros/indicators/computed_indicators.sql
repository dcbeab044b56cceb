{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro computed_indicators() %}
with values_by_project_month as (

    {{ values_by_project_month() }}

),

values_by_enterprise_title as (

    {{ values_by_enterprise_title() }}

),

values_by_reform_task as (

    {{ values_by_reform_task() }}

),

values_by_reform_milestone as (

    {{ values_by_reform_milestone() }}

),

values_by_filing as (

    {{ values_by_filing() }}

)

select 'Z01' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(key_projects as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z02a' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(provincial_key_projects as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z02b' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(municipal_key_projects as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z02c' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(district_key_projects as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z03' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(key_project_total_investment as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z04' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(planned_investment_year as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z05' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(investment_ytd as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z06' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(investment_completion_rate as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z07' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(investment_schedule_rate as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z08' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(investment_ahead_of_schedule as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z09' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(investment_month as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z10' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(project_start_rate as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z11' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(project_start_on_time_rate as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z12' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(project_statistics_rate as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z18a' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(green_light_projects as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z18b' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(yellow_light_projects as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z18c' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(red_light_projects as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z19' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(investment_intensity as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z33' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(above_scale_enterprises as decimal(18, 6)) as value from values_by_enterprise_title
union all
select 'Z33a' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(above_scale_industrial_enterprises as decimal(18, 6)) as value from values_by_enterprise_title
union all
select 'Z34' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(new_above_scale_enterprises as decimal(18, 6)) as value from values_by_enterprise_title
union all
select 'Z35' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(expected_above_scale_enterprises as decimal(18, 6)) as value from values_by_enterprise_title
union all
select 'Z36' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(hightech_applicants as decimal(18, 6)) as value from values_by_enterprise_title
union all
select 'Z36a' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(hightech_first_applicants as decimal(18, 6)) as value from values_by_enterprise_title
union all
select 'Z36b' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(hightech_renewing_applicants as decimal(18, 6)) as value from values_by_enterprise_title
union all
select 'Z37' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(hightech_enterprises as decimal(18, 6)) as value from values_by_enterprise_title
union all
select 'Z38' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(expected_hightech_enterprises as decimal(18, 6)) as value from values_by_enterprise_title
union all
select 'Z39a' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(new_gazelles as decimal(18, 6)) as value from values_by_enterprise_title
union all
select 'Z39b' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(gazelles as decimal(18, 6)) as value from values_by_enterprise_title
union all
select 'Z40a' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(provincial_srdi_enterprises as decimal(18, 6)) as value from values_by_enterprise_title
union all
select 'Z40b' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(municipal_srdi_enterprises as decimal(18, 6)) as value from values_by_enterprise_title
union all
select 'Z59a' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(reform_tasks as decimal(18, 6)) as value from values_by_reform_task
union all
select 'Z59b' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(reform_tasks_done as decimal(18, 6)) as value from values_by_reform_task
union all
select 'Z59c' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(reform_on_time_rate as decimal(18, 6)) as value from values_by_reform_task
union all
select 'Z60' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(reform_progress as decimal(18, 6)) as value from values_by_reform_milestone
union all
select 'Z68' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(filing_on_time_rate as decimal(18, 6)) as value from values_by_filing
union all
select 'Z68a' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(filing_arrival_rate as decimal(18, 6)) as value from values_by_filing
union all
select 'Z68b' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(filing_accepted_on_time_rate as decimal(18, 6)) as value from values_by_filing
union all
select 'Z69' as indicator_id, {{ month_of('metric_time__month') }} as period, cast(filing_first_pass_rate as decimal(18, 6)) as value from values_by_filing
{% endmacro %}
