{# 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml #}
{% macro computed_indicators() %}
with values_by_project_month as (

    {{ values_by_project_month() }}

),

values_by_milestone_month as (

    {{ values_by_milestone_month() }}

),

values_by_project_performance as (

    {{ values_by_project_performance() }}

),

values_by_talk as (

    {{ values_by_talk() }}

),

values_by_signing as (

    {{ values_by_signing() }}

),

values_by_signing_talk_to_date as (

    {{ values_by_signing_talk_to_date() }}

),

values_by_outreach_to_date as (

    {{ values_by_outreach_to_date() }}

),

values_by_carrier_month as (

    {{ values_by_carrier_month() }}

),

values_by_enterprise_title as (

    {{ values_by_enterprise_title() }}

),

values_by_industrial_total as (

    {{ values_by_industrial_total() }}

),

values_by_upgrade_subsidy as (

    {{ values_by_upgrade_subsidy() }}

),

values_by_appeal_month as (

    {{ values_by_appeal_month() }}

),

values_by_revenue as (

    {{ values_by_revenue() }}

),

values_by_key_taxpayer as (

    {{ values_by_key_taxpayer() }}

),

values_by_company_operation as (

    {{ values_by_company_operation() }}

),

values_by_asset_month as (

    {{ values_by_asset_month() }}

),

values_by_lease_month as (

    {{ values_by_lease_month() }}

),

values_by_debt_month as (

    {{ values_by_debt_month() }}

),

values_by_reform_task as (

    {{ values_by_reform_task() }}

),

values_by_reform_milestone as (

    {{ values_by_reform_milestone() }}

),

values_by_reform_evidence as (

    {{ values_by_reform_evidence() }}

),

values_by_letter_month as (

    {{ values_by_letter_month() }}

),

values_by_superior_assessment as (

    {{ values_by_superior_assessment() }}

),

values_by_enterprise_party_building as (

    {{ values_by_enterprise_party_building() }}

),

values_by_party_organization as (

    {{ values_by_party_organization() }}

),

values_by_party_activity_to_date as (

    {{ values_by_party_activity_to_date() }}

),

values_by_filing as (

    {{ values_by_filing() }}

)

select 'Z01' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(key_projects as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z02a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(provincial_key_projects as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z02b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(municipal_key_projects as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z02c' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(district_key_projects as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z03' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(key_project_total_investment as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z04' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(planned_investment_year as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z05' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(investment_ytd as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z06' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(investment_completion_rate as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z07' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(investment_schedule_rate as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z08' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(investment_ahead_of_schedule as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z09' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(investment_month as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z10' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(project_start_rate as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z11' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(project_start_on_time_rate as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z12' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(project_statistics_rate as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z18a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(green_light_projects as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z18b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(yellow_light_projects as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z18c' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(red_light_projects as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z19' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(investment_intensity as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z48a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(industrial_investment as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z48b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(upgrade_investment as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z48c' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(statistics_investment as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z48d' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(statistics_investment_growth as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z48e' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(statistics_upgrade_growth as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z67' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(leader_coverage_rate as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z67a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(leader_visit_rate as decimal(18, 6)) as value from values_by_project_month
union all
select 'Z13a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(completion_on_time_rate as decimal(18, 6)) as value from values_by_milestone_month
union all
select 'Z13b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(projects_in_production as decimal(18, 6)) as value from values_by_milestone_month
union all
select 'Z13c' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(projects_at_full_capacity as decimal(18, 6)) as value from values_by_milestone_month
union all
select 'Z14' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(permit_rate_all as decimal(18, 6)) as value from values_by_milestone_month
union all
select 'Z14a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(permit_rate_land_permit as decimal(18, 6)) as value from values_by_milestone_month
union all
select 'Z14b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(permit_rate_property as decimal(18, 6)) as value from values_by_milestone_month
union all
select 'Z14c' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(permit_rate_design as decimal(18, 6)) as value from values_by_milestone_month
union all
select 'Z14d' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(permit_rate_planning_permit as decimal(18, 6)) as value from values_by_milestone_month
union all
select 'Z14e' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(permit_rate_construction_permit as decimal(18, 6)) as value from values_by_milestone_month
union all
select 'Z15' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(five_together_projects as decimal(18, 6)) as value from values_by_milestone_month
union all
select 'Z15a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(five_together_rate as decimal(18, 6)) as value from values_by_milestone_month
union all
select 'Z16' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(started_with_land_projects as decimal(18, 6)) as value from values_by_milestone_month
union all
select 'Z17' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(land_to_start_days as decimal(18, 6)) as value from values_by_milestone_month
union all
select 'Z20' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(agreement_met_rate as decimal(18, 6)) as value from values_by_project_performance
union all
select 'Z21a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(projects_in_talks as decimal(18, 6)) as value from values_by_talk
union all
select 'Z21b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(planned_investment_in_talks as decimal(18, 6)) as value from values_by_talk
union all
select 'Z22a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(new_talks as decimal(18, 6)) as value from values_by_talk
union all
select 'Z22b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(talks_left as decimal(18, 6)) as value from values_by_talk
union all
select 'Z23' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(talk_progress_rate as decimal(18, 6)) as value from values_by_talk
union all
select 'Z24' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(new_agreements as decimal(18, 6)) as value from values_by_signing
union all
select 'Z24a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(new_agreements_of_1_yi as decimal(18, 6)) as value from values_by_signing
union all
select 'Z24b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(new_agreements_of_5_yi as decimal(18, 6)) as value from values_by_signing
union all
select 'Z24c' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(new_agreements_of_10_yi as decimal(18, 6)) as value from values_by_signing
union all
select 'Z25' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(agreement_start_rate as decimal(18, 6)) as value from values_by_signing
union all
select 'Z27' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(funds_in_place_ytd as decimal(18, 6)) as value from values_by_signing
union all
select 'Z27a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(funds_growth as decimal(18, 6)) as value from values_by_signing
union all
select 'Z28' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(foreign_capital as decimal(18, 6)) as value from values_by_signing
union all
select 'Z26' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(signing_conversion_rate as decimal(18, 6)) as value from values_by_signing_talk_to_date
union all
select 'Z29' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(outreach_batches as decimal(18, 6)) as value from values_by_outreach_to_date
union all
select 'Z30a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(available_land as decimal(18, 6)) as value from values_by_carrier_month
union all
select 'Z30b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(available_plants as decimal(18, 6)) as value from values_by_carrier_month
union all
select 'Z30c' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(available_buildings as decimal(18, 6)) as value from values_by_carrier_month
union all
select 'Z31' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(vacancy_rate as decimal(18, 6)) as value from values_by_carrier_month
union all
select 'Z32a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(released_land as decimal(18, 6)) as value from values_by_carrier_month
union all
select 'Z32b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(released_area as decimal(18, 6)) as value from values_by_carrier_month
union all
select 'Z33' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(above_scale_enterprises as decimal(18, 6)) as value from values_by_enterprise_title
union all
select 'Z33a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(above_scale_industrial_enterprises as decimal(18, 6)) as value from values_by_enterprise_title
union all
select 'Z34' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(new_above_scale_enterprises as decimal(18, 6)) as value from values_by_enterprise_title
union all
select 'Z34a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(net_new_above_scale_enterprises as decimal(18, 6)) as value from values_by_enterprise_title
union all
select 'Z35' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(expected_above_scale_enterprises as decimal(18, 6)) as value from values_by_enterprise_title
union all
select 'Z36' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(hightech_applicants as decimal(18, 6)) as value from values_by_enterprise_title
union all
select 'Z36a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(hightech_first_applicants as decimal(18, 6)) as value from values_by_enterprise_title
union all
select 'Z36b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(hightech_renewing_applicants as decimal(18, 6)) as value from values_by_enterprise_title
union all
select 'Z37' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(hightech_enterprises as decimal(18, 6)) as value from values_by_enterprise_title
union all
select 'Z38' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(expected_hightech_enterprises as decimal(18, 6)) as value from values_by_enterprise_title
union all
select 'Z39a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(new_gazelles as decimal(18, 6)) as value from values_by_enterprise_title
union all
select 'Z39b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(gazelles as decimal(18, 6)) as value from values_by_enterprise_title
union all
select 'Z40a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(provincial_srdi_enterprises as decimal(18, 6)) as value from values_by_enterprise_title
union all
select 'Z40b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(municipal_srdi_enterprises as decimal(18, 6)) as value from values_by_enterprise_title
union all
select 'Z41' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(industrial_output as decimal(18, 6)) as value from values_by_industrial_total
union all
select 'Z41a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(industrial_output_growth as decimal(18, 6)) as value from values_by_industrial_total
union all
select 'Z42a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(industrial_revenue as decimal(18, 6)) as value from values_by_industrial_total
union all
select 'Z42b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(industrial_profit as decimal(18, 6)) as value from values_by_industrial_total
union all
select 'Z43' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(sales_rate as decimal(18, 6)) as value from values_by_industrial_total
union all
select 'Z44' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(research_intensity as decimal(18, 6)) as value from values_by_industrial_total
union all
select 'Z45' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(hightech_output_share as decimal(18, 6)) as value from values_by_industrial_total
union all
select 'Z46' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(tax_per_mu as decimal(18, 6)) as value from values_by_industrial_total
union all
select 'Z47' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(average_employees as decimal(18, 6)) as value from values_by_industrial_total
union all
select 'Z47a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(labour_productivity as decimal(18, 6)) as value from values_by_industrial_total
union all
select 'Z49a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(subsidy_applications as decimal(18, 6)) as value from values_by_upgrade_subsidy
union all
select 'Z49b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(subsidies_paid as decimal(18, 6)) as value from values_by_upgrade_subsidy
union all
select 'Z49c' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(subsidy_payment_rate as decimal(18, 6)) as value from values_by_upgrade_subsidy
union all
select 'Z50a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(appeals_received as decimal(18, 6)) as value from values_by_appeal_month
union all
select 'Z50b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(appeal_on_time_rate as decimal(18, 6)) as value from values_by_appeal_month
union all
select 'Z51a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(appeal_response_rate as decimal(18, 6)) as value from values_by_appeal_month
union all
select 'Z51b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(appeal_solution_rate as decimal(18, 6)) as value from values_by_appeal_month
union all
select 'Z51c' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(appeal_satisfaction_rate as decimal(18, 6)) as value from values_by_appeal_month
union all
select 'Z51d' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(appeal_score as decimal(18, 6)) as value from values_by_appeal_month
union all
select 'Z52' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(budget_revenue as decimal(18, 6)) as value from values_by_revenue
union all
select 'Z52a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(budget_revenue_growth as decimal(18, 6)) as value from values_by_revenue
union all
select 'Z53' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(budget_completion_rate as decimal(18, 6)) as value from values_by_revenue
union all
select 'Z54' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(tax_share as decimal(18, 6)) as value from values_by_revenue
union all
select 'Z55' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(tax_revenue as decimal(18, 6)) as value from values_by_revenue
union all
select 'Z55a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(vat_revenue as decimal(18, 6)) as value from values_by_revenue
union all
select 'Z55b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(corporate_income_tax_revenue as decimal(18, 6)) as value from values_by_revenue
union all
select 'Z55c' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(personal_income_tax_revenue as decimal(18, 6)) as value from values_by_revenue
union all
select 'Z55d' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(key_taxpayer_revenue as decimal(18, 6)) as value from values_by_key_taxpayer
union all
select 'Z55e' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(top_taxpayer_share as decimal(18, 6)) as value from values_by_key_taxpayer
union all
select 'Z56a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(company_revenue as decimal(18, 6)) as value from values_by_company_operation
union all
select 'Z56b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(company_profit as decimal(18, 6)) as value from values_by_company_operation
union all
select 'Z56c' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(company_assets as decimal(18, 6)) as value from values_by_company_operation
union all
select 'Z56d' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(company_debt_rate as decimal(18, 6)) as value from values_by_company_operation
union all
select 'Z57a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(asset_letting_rate as decimal(18, 6)) as value from values_by_asset_month
union all
select 'Z57b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(rent_collection_rate as decimal(18, 6)) as value from values_by_lease_month
union all
select 'Z58a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(debt_balance as decimal(18, 6)) as value from values_by_debt_month
union all
select 'Z58b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(financing_cost as decimal(18, 6)) as value from values_by_debt_month
union all
select 'Z58c' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(debt_due_in_12_months as decimal(18, 6)) as value from values_by_debt_month
union all
select 'Z59a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(reform_tasks as decimal(18, 6)) as value from values_by_reform_task
union all
select 'Z59b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(reform_tasks_done as decimal(18, 6)) as value from values_by_reform_task
union all
select 'Z59c' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(reform_on_time_rate as decimal(18, 6)) as value from values_by_reform_task
union all
select 'Z60' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(reform_progress as decimal(18, 6)) as value from values_by_reform_milestone
union all
select 'Z61a' as indicator_id, {{ period_of('metric_time__year', 'year') }} as period, scope, cast(innovation_evidence as decimal(18, 6)) as value from values_by_reform_evidence
union all
select 'Z61b' as indicator_id, {{ period_of('metric_time__year', 'year') }} as period, scope, cast(experience_evidence as decimal(18, 6)) as value from values_by_reform_evidence
union all
select 'Z61c' as indicator_id, {{ period_of('metric_time__year', 'year') }} as period, scope, cast(institution_evidence as decimal(18, 6)) as value from values_by_reform_evidence
union all
select 'Z61d' as indicator_id, {{ period_of('metric_time__year', 'year') }} as period, scope, cast(efficiency_evidence as decimal(18, 6)) as value from values_by_reform_evidence
union all
select 'Z61e' as indicator_id, {{ period_of('metric_time__year', 'year') }} as period, scope, cast(innovation_points as decimal(18, 6)) as value from values_by_reform_evidence
union all
select 'Z61f' as indicator_id, {{ period_of('metric_time__year', 'year') }} as period, scope, cast(experience_points as decimal(18, 6)) as value from values_by_reform_evidence
union all
select 'Z61g' as indicator_id, {{ period_of('metric_time__year', 'year') }} as period, scope, cast(institution_points as decimal(18, 6)) as value from values_by_reform_evidence
union all
select 'Z61h' as indicator_id, {{ period_of('metric_time__year', 'year') }} as period, scope, cast(efficiency_points as decimal(18, 6)) as value from values_by_reform_evidence
union all
select 'Z62a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(reminders_sent as decimal(18, 6)) as value from values_by_letter_month
union all
select 'Z62b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(pressing_letters_sent as decimal(18, 6)) as value from values_by_letter_month
union all
select 'Z62c' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(letter_reply_on_time_rate as decimal(18, 6)) as value from values_by_letter_month
union all
select 'Z62d' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(letter_escalation_rate as decimal(18, 6)) as value from values_by_letter_month
union all
select 'Z64' as indicator_id, {{ period_of('metric_time__year', 'year') }} as period, scope, cast(superior_rank as decimal(18, 6)) as value from values_by_superior_assessment
union all
select 'Z64a' as indicator_id, {{ period_of('metric_time__year', 'year') }} as period, scope, cast(superior_rank_gain as decimal(18, 6)) as value from values_by_superior_assessment
union all
select 'Z65' as indicator_id, {{ period_of('metric_time__quarter', 'quarter') }} as period, scope, cast(party_coverage_rate as decimal(18, 6)) as value from values_by_enterprise_party_building
union all
select 'Z65a' as indicator_id, {{ period_of('metric_time__quarter', 'quarter') }} as period, scope, cast(party_alone_rate as decimal(18, 6)) as value from values_by_enterprise_party_building
union all
select 'Z66a' as indicator_id, {{ period_of('metric_time__quarter', 'quarter') }} as period, scope, cast(party_organizations as decimal(18, 6)) as value from values_by_party_organization
union all
select 'Z66b' as indicator_id, {{ period_of('metric_time__quarter', 'quarter') }} as period, scope, cast(party_members as decimal(18, 6)) as value from values_by_party_organization
union all
select 'Z66c' as indicator_id, {{ period_of('metric_time__quarter', 'quarter') }} as period, scope, cast(party_alliances as decimal(18, 6)) as value from values_by_party_organization
union all
select 'Z66d' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(party_activities as decimal(18, 6)) as value from values_by_party_activity_to_date
union all
select 'Z66e' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(party_activity_enterprises as decimal(18, 6)) as value from values_by_party_activity_to_date
union all
select 'Z68' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(filing_on_time_rate as decimal(18, 6)) as value from values_by_filing
union all
select 'Z68a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(filing_arrival_rate as decimal(18, 6)) as value from values_by_filing
union all
select 'Z68b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(filing_accepted_on_time_rate as decimal(18, 6)) as value from values_by_filing
union all
select 'Z69' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period, scope, cast(filing_first_pass_rate as decimal(18, 6)) as value from values_by_filing
{% endmacro %}
