{# 由 taizhang generate 生成，请勿手改：dbt_project/models/quality/*.yml #}

{# Every failing row of every rule between submissions, with the columns of a finding. #}
{% macro quality_findings() %}
select * from {{ ref('quality_a09') }}
union all
select * from {{ ref('quality_a10') }}
union all
select * from {{ ref('quality_b32') }}
union all
select * from {{ ref('quality_b35') }}
union all
select * from {{ ref('quality_d01') }}
union all
select * from {{ ref('quality_d02') }}
union all
select * from {{ ref('quality_d03') }}
union all
select * from {{ ref('quality_d04') }}
union all
select * from {{ ref('quality_d05') }}
union all
select * from {{ ref('quality_d06') }}
union all
select * from {{ ref('quality_d07') }}
union all
select * from {{ ref('quality_d08') }}
union all
select * from {{ ref('quality_d10') }}
union all
select * from {{ ref('quality_d11') }}
union all
select * from {{ ref('quality_d12') }}
union all
select * from {{ ref('quality_d13') }}
union all
select * from {{ ref('quality_d14') }}
union all
select * from {{ ref('quality_d15') }}
union all
select * from {{ ref('quality_d16') }}
union all
select * from {{ ref('quality_d18') }}
union all
select * from {{ ref('quality_d19') }}
union all
select * from {{ ref('quality_e01') }}
union all
select * from {{ ref('quality_e02') }}
union all
select * from {{ ref('quality_e03') }}
union all
select * from {{ ref('quality_e07') }}
union all
select * from {{ ref('quality_e08') }}
union all
select * from {{ ref('quality_e09') }}
union all
select * from {{ ref('quality_e10') }}
union all
select * from {{ ref('quality_e11') }}
union all
select * from {{ ref('quality_e12') }}
union all
select * from {{ ref('quality_e13') }}
union all
select * from {{ ref('quality_e14') }}
union all
select * from {{ ref('quality_e15') }}
union all
select * from {{ ref('quality_e16') }}
union all
select * from {{ ref('quality_e17') }}
union all
select * from {{ ref('quality_e18') }}
union all
select * from {{ ref('quality_e19') }}
union all
select * from {{ ref('quality_e20') }}
union all
select * from {{ ref('quality_e21') }}
union all
select * from {{ ref('quality_g01') }}
union all
select * from {{ ref('quality_g02') }}
union all
select * from {{ ref('quality_g03') }}
union all
select * from {{ ref('quality_g04') }}
union all
select * from {{ ref('quality_g05') }}
union all
select * from {{ ref('quality_r12') }}
{% endmacro %}

{# One row per rule between submissions: the rows it is about, and those that could be compared. #}
{% macro quality_evaluations() %}
select
    'A09' as rule,
    '1' as rule_version,
    'key_projects' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when true then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_objects_followed') }}
where is_expected
union all
select
    'A10' as rule,
    '1' as rule_version,
    'key_projects' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when true then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_objects_listed') }}
where true
union all
select
    'B32' as rule,
    '1' as rule_version,
    'industrial_months' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when output_ytd_wan + output_month_wan + previous_output_ytd_wan is not null then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_industrial_months_compared') }}
where is_same_year and is_next_period
union all
select
    'B35' as rule,
    '1' as rule_version,
    'industrial_months' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when output_month_wan > 0 and employees > 0 then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_industrial_months_compared') }}
where true
union all
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
    'D04' as rule,
    '1' as rule_version,
    'key_projects' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when previous_progress_text is not null then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_progress_compared') }}
where is_idle
union all
select
    'D05' as rule,
    '1' as rule_version,
    'talks' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when stage is not null and previous_stage is not null then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_talks_compared') }}
where is_continued
union all
select
    'D06' as rule,
    '1' as rule_version,
    'talks' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when true then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_talks_followed') }}
where true
union all
select
    'D07' as rule,
    '1' as rule_version,
    'project_milestones' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when true then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_project_milestones_followed') }}
where previous_milestone_status = '已办'
union all
select
    'D08' as rule,
    '1' as rule_version,
    'enterprise_titles' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when true then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_titles_counted') }}
where true
union all
select
    'D10' as rule,
    '1' as rule_version,
    'industrial_months' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when output_month_wan is not null and coalesce(output_prior_month_wan, previous_output_month_wan) > 0 then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_industrial_months_compared') }}
where true
union all
select
    'D11' as rule,
    '1' as rule_version,
    'industrial_months' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when output_prior_ytd_wan is not null and year_ago_output_ytd_wan is not null then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_industrial_months_compared') }}
where year_ago_submission_id is not null
union all
select
    'D12' as rule,
    '1' as rule_version,
    'industrial_months' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when output_month_wan is not null and previous_output_month_wan is not null then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_industrial_months_compared') }}
where is_continued
union all
select
    'D13' as rule,
    '1' as rule_version,
    'appeals' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when previous_period is not null or is_listed_late then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_appeals_compared') }}
where appeal_status = '退回重办'
union all
select
    'D14' as rule,
    '1' as rule_version,
    'fiscal_revenue' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when month_wan is not null then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_fiscal_months_compared') }}
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
    'D16' as rule,
    '1' as rule_version,
    'platform_assets' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when true then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_platform_assets_followed') }}
where true
union all
select
    'D18' as rule,
    '1' as rule_version,
    'debts' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when balance_wan + previous_balance_wan + drawn_wan + previous_drawn_wan + repaid_month_wan is not null then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_debts_compared') }}
where is_next_period
union all
select
    'D19' as rule,
    '1' as rule_version,
    'key_projects' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when investment_prior_years_wan is not null and closing_investment_total_wan is not null then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_project_months_compared') }}
where closing_submission_id is not null
union all
select
    'E01' as rule,
    '1' as rule_version,
    'key_projects' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when is_said is not null and is_done is not null then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_project_stages_compared') }}
where true
union all
select
    'E02' as rule,
    '1' as rule_version,
    'talks' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when stage is not null then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_talks_signed') }}
where true
union all
select
    'E03' as rule,
    '1' as rule_version,
    'signings' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when agreed_investment_wan is not null then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_signings_listed') }}
where true
union all
select
    'E07' as rule,
    '1' as rule_version,
    'upgrade_subsidies' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when is_registered is not null then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_subsidies_checked') }}
where true
union all
select
    'E08' as rule,
    '1' as rule_version,
    'upgrade_subsidies' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when true then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_invoices_claimed') }}
where true
union all
select
    'E09' as rule,
    '1' as rule_version,
    'carriers' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when used_area_m2 is not null then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_carriers_leased') }}
where true
union all
select
    'E10' as rule,
    '1' as rule_version,
    'carriers' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when stage is not null then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_carriers_reserved') }}
where true
union all
select
    'E11' as rule,
    '1' as rule_version,
    'industrial_months' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when true then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_above_scale_compared') }}
where true
union all
select
    'E12' as rule,
    '1' as rule_version,
    'enterprise_titles' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when revenue_wan > 0 then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_revenues_below_scale') }}
where true
union all
select
    'E13' as rule,
    '1' as rule_version,
    'industrial_months' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when tax_due_wan is not null and tax_paid_ytd_wan is not null then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_taxes_compared') }}
where true
union all
select
    'E14' as rule,
    '1' as rule_version,
    'industrial_months' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when output_prior_ytd_wan > 0 and electricity_kwh is not null and coalesce(electricity_prior_kwh, year_ago_electricity_kwh) > 0 then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_industrial_months_compared') }}
where true
union all
select
    'E15' as rule,
    '1' as rule_version,
    'key_projects' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when true then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_problems_with_appeals') }}
where true
union all
select
    'E16' as rule,
    '1' as rule_version,
    'reform_tasks' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when true then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_reform_items_supported') }}
where true
union all
select
    'E17' as rule,
    '1' as rule_version,
    'reform_tasks' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when red_workdays is not null then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_red_tasks') }}
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
    'E19' as rule,
    '1' as rule_version,
    'platform_assets' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when true then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_mortgages_compared') }}
where true
union all
select
    'E20' as rule,
    '1' as rule_version,
    'party_organizations' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when has_register then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_party_enterprises_compared') }}
where true
union all
select
    'E21' as rule,
    '1' as rule_version,
    'key_taxpayers' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when has_register then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_enterprises_compared') }}
where form = 'key_taxpayers'
union all
select
    'G01' as rule,
    '1' as rule_version,
    'industrial_months' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when has_register then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_enterprises_compared') }}
where form not in ('talks', 'carriers', 'key_taxpayers', 'upgrade_subsidies')
union all
select
    'G02' as rule,
    '1' as rule_version,
    'industrial_months' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when named is not null then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_enterprises_compared') }}
where is_registered
union all
select
    'G03' as rule,
    '1' as rule_version,
    'industrial_months' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when named is not null then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_enterprises_compared') }}
where is_registered
union all
select
    'G04' as rule,
    '1' as rule_version,
    'industrial_months' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when registration_status is not null then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_enterprises_compared') }}
where is_registered
union all
select
    'G05' as rule,
    '1' as rule_version,
    'industrial_months' as form,
    cast(count(*) as bigint) as considered,
    cast(coalesce(sum(case when registration_status is not null then 1 else 0 end), 0) as bigint) as evaluated
from {{ ref('int_enterprises_compared') }}
where is_registered
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
