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
select * from {{ ref('quality_r07') }}
union all
select * from {{ ref('quality_r12') }}
{% endmacro %}

{# One row per rule between submissions: the rows it is about, and those that could be compared. #}
{% macro quality_evaluations() %}
{{ rule_evaluation('A09', '1', 'key_projects', ref('int_objects_followed'), "is_expected", "true") }}
union all
{{ rule_evaluation('A10', '1', 'key_projects', ref('int_objects_listed'), "true", "true") }}
union all
{{ rule_evaluation('B32', '1', 'industrial_months', ref('int_industrial_months_compared'), "is_same_year and is_next_period", "output_ytd_wan + output_month_wan + previous_output_ytd_wan is not null") }}
union all
{{ rule_evaluation('B35', '1', 'industrial_months', ref('int_industrial_months_compared'), "true", "output_month_wan > 0 and employees > 0") }}
union all
{{ rule_evaluation('D01', '1', 'key_projects', ref('int_cumulated_compared'), "is_same_year", "ytd_wan is not null and previous_ytd_wan is not null") }}
union all
{{ rule_evaluation('D02', '1', 'key_projects', ref('int_project_months_compared'), "is_same_year and is_next_month", "investment_month_wan + investment_ytd_wan + previous_investment_ytd_wan is not null") }}
union all
{{ rule_evaluation('D03', '1', 'key_projects', ref('int_project_months_compared'), "true", "total_investment_wan is not null and previous_total_investment_wan is not null") }}
union all
{{ rule_evaluation('D04', '1', 'key_projects', ref('int_progress_compared'), "is_idle", "previous_progress_text is not null") }}
union all
{{ rule_evaluation('D05', '1', 'talks', ref('int_talks_compared'), "is_continued", "stage is not null and previous_stage is not null") }}
union all
{{ rule_evaluation('D06', '1', 'talks', ref('int_talks_followed'), "true", "true") }}
union all
{{ rule_evaluation('D07', '1', 'project_milestones', ref('int_project_milestones_followed'), "previous_milestone_status = '已办'", "true") }}
union all
{{ rule_evaluation('D08', '1', 'enterprise_titles', ref('int_titles_counted'), "true", "true") }}
union all
{{ rule_evaluation('D10', '1', 'industrial_months', ref('int_industrial_months_compared'), "true", "output_month_wan is not null and coalesce(output_prior_month_wan, previous_output_month_wan) > 0") }}
union all
{{ rule_evaluation('D11', '1', 'industrial_months', ref('int_industrial_months_compared'), "year_ago_submission_id is not null", "output_prior_ytd_wan is not null and year_ago_output_ytd_wan is not null") }}
union all
{{ rule_evaluation('D12', '1', 'industrial_months', ref('int_industrial_months_compared'), "is_continued", "output_month_wan is not null and previous_output_month_wan is not null") }}
union all
{{ rule_evaluation('D13', '1', 'appeals', ref('int_appeals_compared'), "appeal_status = '退回重办'", "previous_period is not null or is_listed_late") }}
union all
{{ rule_evaluation('D14', '1', 'fiscal_revenue', ref('int_fiscal_months_compared'), "true", "month_wan is not null") }}
union all
{{ rule_evaluation('D15', '1', 'reform_tasks', ref('int_reform_tasks_compared'), "true", "claimed_end_date is not null and previous_end_date is not null") }}
union all
{{ rule_evaluation('D16', '1', 'platform_assets', ref('int_platform_assets_followed'), "true", "true") }}
union all
{{ rule_evaluation('D18', '1', 'debts', ref('int_debts_compared'), "is_next_period", "balance_wan + previous_balance_wan + drawn_wan + previous_drawn_wan + repaid_month_wan is not null") }}
union all
{{ rule_evaluation('D19', '1', 'key_projects', ref('int_project_months_compared'), "closing_submission_id is not null", "investment_prior_years_wan is not null and closing_investment_total_wan is not null") }}
union all
{{ rule_evaluation('E01', '1', 'key_projects', ref('int_project_stages_compared'), "true", "is_said is not null and is_done is not null") }}
union all
{{ rule_evaluation('E02', '1', 'talks', ref('int_talks_signed'), "true", "stage is not null") }}
union all
{{ rule_evaluation('E03', '1', 'signings', ref('int_signings_listed'), "true", "agreed_investment_wan is not null") }}
union all
{{ rule_evaluation('E07', '1', 'upgrade_subsidies', ref('int_subsidies_checked'), "true", "is_registered is not null") }}
union all
{{ rule_evaluation('E08', '1', 'upgrade_subsidies', ref('int_invoices_claimed'), "true", "true") }}
union all
{{ rule_evaluation('E09', '1', 'carriers', ref('int_carriers_leased'), "true", "used_area_m2 is not null") }}
union all
{{ rule_evaluation('E10', '1', 'carriers', ref('int_carriers_reserved'), "true", "stage is not null") }}
union all
{{ rule_evaluation('E11', '1', 'industrial_months', ref('int_above_scale_compared'), "true", "true") }}
union all
{{ rule_evaluation('E12', '1', 'enterprise_titles', ref('int_revenues_below_scale'), "true", "revenue_wan > 0") }}
union all
{{ rule_evaluation('E13', '1', 'industrial_months', ref('int_taxes_compared'), "true", "tax_due_wan is not null and tax_paid_ytd_wan is not null") }}
union all
{{ rule_evaluation('E14', '1', 'industrial_months', ref('int_industrial_months_compared'), "true", "output_prior_ytd_wan > 0 and electricity_kwh is not null and coalesce(electricity_prior_kwh, year_ago_electricity_kwh) > 0") }}
union all
{{ rule_evaluation('E15', '1', 'key_projects', ref('int_problems_with_appeals'), "true", "true") }}
union all
{{ rule_evaluation('E16', '1', 'reform_tasks', ref('int_reform_items_supported'), "true", "true") }}
union all
{{ rule_evaluation('E17', '1', 'reform_tasks', ref('int_red_tasks'), "true", "red_workdays is not null") }}
union all
{{ rule_evaluation('E18', '1', 'assessment_results', ref('int_assessment_results_compared'), "source_indicator like 'Z%'", "declared_value is not null and computed_value is not null") }}
union all
{{ rule_evaluation('E19', '1', 'platform_assets', ref('int_mortgages_compared'), "true", "true") }}
union all
{{ rule_evaluation('E20', '1', 'party_organizations', ref('int_party_enterprises_compared'), "true", "has_register") }}
union all
{{ rule_evaluation('E21', '1', 'key_taxpayers', ref('int_enterprises_compared'), "form = 'key_taxpayers'", "has_register") }}
union all
{{ rule_evaluation('G01', '1', 'industrial_months', ref('int_enterprises_compared'), "form not in ('talks', 'carriers', 'key_taxpayers', 'upgrade_subsidies')", "has_register") }}
union all
{{ rule_evaluation('G02', '1', 'industrial_months', ref('int_enterprises_compared'), "is_registered", "named is not null") }}
union all
{{ rule_evaluation('G03', '1', 'industrial_months', ref('int_enterprises_compared'), "is_registered", "named is not null") }}
union all
{{ rule_evaluation('G04', '1', 'industrial_months', ref('int_enterprises_compared'), "is_registered", "registration_status is not null") }}
union all
{{ rule_evaluation('G05', '1', 'industrial_months', ref('int_enterprises_compared'), "is_registered", "registration_status is not null") }}
union all
{{ rule_evaluation('R07', '1', 'industrial_summary', ref('int_industrial_summaries_compared'), "true", "declared + summed is not null") }}
union all
{{ rule_evaluation('R12', '1', '', ref('int_submissions_accepted'), "locked_at is not null", "true") }}
{% endmacro %}
