{# 由 taizhang generate 生成，请勿手改：dbt_project/models/quality/*.yml #}

{# Every failing row of every rule between submissions, with the columns of a finding. #}
{% macro quality_findings() %}
select * from {{ ref('quality_d01') }}
union all
select * from {{ ref('quality_d02') }}
union all
select * from {{ ref('quality_d03') }}
union all
select * from {{ ref('quality_d15') }}
union all
select * from {{ ref('quality_e18') }}
union all
select * from {{ ref('quality_r12') }}
{% endmacro %}

{# One row per rule between submissions: the rows it is about, and those that could be compared. #}
{% macro quality_evaluations() %}
select
    'D01' as rule,
    '1' as rule_version,
    'key_projects' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when investment_ytd_wan is not null and previous_investment_ytd_wan is not null then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_project_months_compared') }}
where is_same_year
union all
select
    'D02' as rule,
    '1' as rule_version,
    'key_projects' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when investment_month_wan + investment_ytd_wan + previous_investment_ytd_wan is not null then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_project_months_compared') }}
where is_same_year and is_next_month
union all
select
    'D03' as rule,
    '1' as rule_version,
    'key_projects' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when total_investment_wan is not null and previous_total_investment_wan is not null then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_project_months_compared') }}
where true
union all
select
    'D15' as rule,
    '1' as rule_version,
    'reform_tasks' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when claimed_end_date is not null and previous_end_date is not null then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_reform_tasks_compared') }}
where true
union all
select
    'E18' as rule,
    '1' as rule_version,
    'assessment_results' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when declared_value is not null and computed_value is not null then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_assessment_results_compared') }}
where source_indicator like 'Z%'
union all
select
    'R12' as rule,
    '1' as rule_version,
    cast(null as varchar) as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when true then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_submissions_accepted') }}
where locked_at is not null
{% endmacro %}
