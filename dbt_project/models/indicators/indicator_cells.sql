-- 由 taizhang generate 经 MetricFlow 编译生成，请勿手改：dbt_project/models/marts/**/*_metrics.yml
with rows_by_project_month as not materialized (

    {{ rows_by_project_month() }}

),

rows_by_milestone_month as not materialized (

    {{ rows_by_milestone_month() }}

),

rows_by_project_performance as not materialized (

    {{ rows_by_project_performance() }}

),

rows_by_talk as not materialized (

    {{ rows_by_talk() }}

),

rows_by_signing as not materialized (

    {{ rows_by_signing() }}

),

rows_by_talk_to_date as not materialized (

    {{ rows_by_talk_to_date() }}

),

rows_by_outreach_to_date as not materialized (

    {{ rows_by_outreach_to_date() }}

),

rows_by_carrier_month as not materialized (

    {{ rows_by_carrier_month() }}

),

rows_by_enterprise_title as not materialized (

    {{ rows_by_enterprise_title() }}

),

rows_by_industrial_total as not materialized (

    {{ rows_by_industrial_total() }}

),

rows_by_upgrade_subsidy as not materialized (

    {{ rows_by_upgrade_subsidy() }}

),

rows_by_appeal_month as not materialized (

    {{ rows_by_appeal_month() }}

),

rows_by_revenue as not materialized (

    {{ rows_by_revenue() }}

),

rows_by_key_taxpayer as not materialized (

    {{ rows_by_key_taxpayer() }}

),

rows_by_company_operation as not materialized (

    {{ rows_by_company_operation() }}

),

rows_by_asset_month as not materialized (

    {{ rows_by_asset_month() }}

),

rows_by_lease_month as not materialized (

    {{ rows_by_lease_month() }}

),

rows_by_debt_month as not materialized (

    {{ rows_by_debt_month() }}

),

rows_by_reform_task as not materialized (

    {{ rows_by_reform_task() }}

),

rows_by_reform_milestone as not materialized (

    {{ rows_by_reform_milestone() }}

),

rows_by_reform_evidence as not materialized (

    {{ rows_by_reform_evidence() }}

),

rows_by_letter_month as not materialized (

    {{ rows_by_letter_month() }}

),

rows_by_superior_assessment as not materialized (

    {{ rows_by_superior_assessment() }}

),

rows_by_enterprise_party_building as not materialized (

    {{ rows_by_enterprise_party_building() }}

),

rows_by_party_organization as not materialized (

    {{ rows_by_party_organization() }}

),

rows_by_party_activity_to_date as not materialized (

    {{ rows_by_party_activity_to_date() }}

),

rows_by_filing as not materialized (

    {{ rows_by_filing() }}

)

select 'Z01' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'project_name' as field, row_key
from rows_by_project_month where key_projects <> 0
union all
select 'Z02a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'project_level' as field, row_key
from rows_by_project_month where provincial_key_projects <> 0
union all
select 'Z02b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'project_level' as field, row_key
from rows_by_project_month where municipal_key_projects <> 0
union all
select 'Z02c' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'project_level' as field, row_key
from rows_by_project_month where district_key_projects <> 0
union all
select 'Z03' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'total_investment_wan' as field, row_key
from rows_by_project_month where key_project_total_investment is not null
union all
select 'Z04' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'planned_investment_year_wan' as field, row_key
from rows_by_project_month where planned_investment_year is not null
union all
select 'Z05' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'investment_ytd_wan' as field, row_key
from rows_by_project_month where investment_ytd is not null
union all
select 'Z06' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'investment_ytd_wan' as field, row_key
from rows_by_project_month where investment_ytd is not null
union all
select 'Z06' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'planned_investment_year_wan' as field, row_key
from rows_by_project_month where planned_investment_year is not null
union all
select 'Z08' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'investment_ytd_wan' as field, row_key
from rows_by_project_month where investment_ytd is not null
union all
select 'Z08' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'planned_investment_year_wan' as field, row_key
from rows_by_project_month where planned_investment_year is not null
union all
select 'Z09' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'investment_month_wan' as field, row_key
from rows_by_project_month where investment_month is not null
union all
select 'Z10' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'planned_start_date' as field, row_key
from rows_by_project_month where projects_planned_under_way <> 0
union all
select 'Z10' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'is_started' as field, row_key
from rows_by_project_month where projects_started <> 0
union all
select 'Z11' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'planned_start_date' as field, row_key
from rows_by_project_month where projects_start_due <> 0
union all
select 'Z11' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'actual_start_date' as field, row_key
from rows_by_project_month where projects_started_on_time <> 0
union all
select 'Z12' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'is_in_statistics' as field, row_key
from rows_by_project_month where projects_in_statistics <> 0
union all
select 'Z12' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'actual_start_date' as field, row_key
from rows_by_project_month where projects_statistics_due <> 0
union all
select 'Z13a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'planned_date' as field, row_key
from rows_by_milestone_month where completions_due <> 0
union all
select 'Z13a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'done_date' as field, row_key
from rows_by_milestone_month where completions_on_time <> 0
union all
select 'Z13b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'done_date' as field, row_key
from rows_by_milestone_month where projects_in_production <> 0
union all
select 'Z13c' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'done_date' as field, row_key
from rows_by_milestone_month where projects_at_full_capacity <> 0
union all
select 'Z14' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'milestone_status' as field, row_key
from rows_by_milestone_month where (permits_asked_all <> 0 or permits_done_all <> 0)
union all
select 'Z14a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'milestone_status' as field, row_key
from rows_by_milestone_month where (permits_asked_land_permit <> 0 or permits_done_land_permit <> 0)
union all
select 'Z14b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'milestone_status' as field, row_key
from rows_by_milestone_month where (permits_asked_property <> 0 or permits_done_property <> 0)
union all
select 'Z14c' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'milestone_status' as field, row_key
from rows_by_milestone_month where (permits_asked_design <> 0 or permits_done_design <> 0)
union all
select 'Z14d' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'milestone_status' as field, row_key
from rows_by_milestone_month where (permits_asked_planning_permit <> 0 or permits_done_planning_permit <> 0)
union all
select 'Z14e' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'milestone_status' as field, row_key
from rows_by_milestone_month where (permits_asked_construction_permit <> 0 or permits_done_construction_permit <> 0)
union all
select 'Z15' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'done_date' as field, row_key
from rows_by_milestone_month where five_together_projects <> 0
union all
select 'Z15a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'done_date' as field, row_key
from rows_by_milestone_month where (five_together_projects <> 0 or last_certificates <> 0)
union all
select 'Z16' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'done_date' as field, row_key
from rows_by_milestone_month where started_with_land_projects <> 0
union all
select 'Z17' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'done_date' as field, row_key
from rows_by_milestone_month where (land_to_start_workdays is not null or projects_started_after_land <> 0)
union all
select 'Z18a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'investment_ytd_wan' as field, row_key
from rows_by_project_month where green_light_projects <> 0
union all
select 'Z18b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'investment_ytd_wan' as field, row_key
from rows_by_project_month where yellow_light_projects <> 0
union all
select 'Z18c' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'investment_ytd_wan' as field, row_key
from rows_by_project_month where red_light_projects <> 0
union all
select 'Z19' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'fixed_investment_wan' as field, row_key
from rows_by_project_month where fixed_investment_on_land is not null
union all
select 'Z19' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'land_mu' as field, row_key
from rows_by_project_month where land_with_investment is not null
union all
select 'Z20' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'acceptance_result' as field, row_key
from rows_by_project_performance where (agreements_checked <> 0 or agreements_met <> 0)
union all
select 'Z21a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'stage' as field, row_key
from rows_by_talk where projects_in_talks <> 0
union all
select 'Z21b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'planned_investment_wan' as field, row_key
from rows_by_talk where planned_investment_in_talks is not null
union all
select 'Z22a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'is_new' as field, row_key
from rows_by_talk where new_talks <> 0
union all
select 'Z22b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'stage' as field, row_key
from rows_by_talk where talks_left <> 0
union all
select 'Z23' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'stage' as field, row_key
from rows_by_talk where projects_in_talks <> 0
union all
select 'Z23' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'progress_text' as field, row_key
from rows_by_talk where talks_with_progress <> 0
union all
select 'Z24' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'signed_date' as field, row_key
from rows_by_signing where new_agreements <> 0
union all
select 'Z24a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'agreed_investment_wan' as field, row_key
from rows_by_signing where new_agreements_of_1_yi <> 0
union all
select 'Z24b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'agreed_investment_wan' as field, row_key
from rows_by_signing where new_agreements_of_5_yi <> 0
union all
select 'Z24c' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'agreed_investment_wan' as field, row_key
from rows_by_signing where new_agreements_of_10_yi <> 0
union all
select 'Z25' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'signed_date' as field, row_key
from rows_by_signing where new_agreements <> 0
union all
select 'Z25' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'started_date' as field, row_key
from rows_by_signing where new_agreements_started <> 0
union all
select 'Z26' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'signed_date' as field, row_key
from rows_by_signing where new_agreements <> 0
union all
select 'Z26' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'stage' as field, row_key
from rows_by_talk_to_date where talks_of_year <> 0
union all
select 'Z27' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'funds_ytd_wan' as field, row_key
from rows_by_signing where funds_in_place_ytd is not null
union all
select 'Z27a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'funds_ytd_wan' as field, row_key
from rows_by_signing where funds_compared is not null
union all
select 'Z27a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'funds_prior_ytd_wan' as field, row_key
from rows_by_signing where funds_prior is not null
union all
select 'Z28' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'foreign_capital_usd_wan' as field, row_key
from rows_by_signing where foreign_capital is not null
union all
select 'Z29' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'batches' as field, row_key
from rows_by_outreach_to_date where outreach_batches is not null
union all
select 'Z30a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'land_mu' as field, row_key
from rows_by_carrier_month where available_land is not null
union all
select 'Z30b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'vacant_area_m2' as field, row_key
from rows_by_carrier_month where available_plants is not null
union all
select 'Z30c' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'vacant_area_m2' as field, row_key
from rows_by_carrier_month where available_buildings is not null
union all
select 'Z31' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'lettable_area_m2' as field, row_key
from rows_by_carrier_month where lettable_area is not null
union all
select 'Z31' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'vacant_area_m2' as field, row_key
from rows_by_carrier_month where vacant_area is not null
union all
select 'Z32a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'land_status' as field, row_key
from rows_by_carrier_month where released_land is not null
union all
select 'Z32b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'vacant_area_m2' as field, row_key
from rows_by_carrier_month where released_area is not null
union all
select 'Z33' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'stage' as field, row_key
from rows_by_enterprise_title where above_scale_enterprises <> 0
union all
select 'Z33a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'statistics_profession' as field, row_key
from rows_by_enterprise_title where above_scale_industrial_enterprises <> 0
union all
select 'Z34' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'award_date' as field, row_key
from rows_by_enterprise_title where new_above_scale_enterprises <> 0
union all
select 'Z34a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'stage' as field, row_key
from rows_by_enterprise_title where above_scale_enterprises_left <> 0
union all
select 'Z34a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'award_date' as field, row_key
from rows_by_enterprise_title where new_above_scale_enterprises <> 0
union all
select 'Z35' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'stage' as field, row_key
from rows_by_enterprise_title where expected_above_scale_enterprises <> 0
union all
select 'Z36' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'application_date' as field, row_key
from rows_by_enterprise_title where hightech_applicants <> 0
union all
select 'Z36a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'application_type' as field, row_key
from rows_by_enterprise_title where hightech_first_applicants <> 0
union all
select 'Z36b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'application_type' as field, row_key
from rows_by_enterprise_title where hightech_renewing_applicants <> 0
union all
select 'Z37' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'valid_to_date' as field, row_key
from rows_by_enterprise_title where hightech_enterprises <> 0
union all
select 'Z38' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'stage' as field, row_key
from rows_by_enterprise_title where expected_hightech_enterprises <> 0
union all
select 'Z39a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'award_date' as field, row_key
from rows_by_enterprise_title where new_gazelles <> 0
union all
select 'Z39b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'stage' as field, row_key
from rows_by_enterprise_title where gazelles <> 0
union all
select 'Z40a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'stage' as field, row_key
from rows_by_enterprise_title where provincial_srdi_enterprises <> 0
union all
select 'Z40b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'stage' as field, row_key
from rows_by_enterprise_title where municipal_srdi_enterprises <> 0
union all
select 'Z41' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'output_ytd_wan' as field, row_key
from rows_by_industrial_total where industrial_output is not null
union all
select 'Z41a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'output_ytd_wan' as field, row_key
from rows_by_industrial_total where industrial_output is not null
union all
select 'Z41a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'output_prior_ytd_wan' as field, row_key
from rows_by_industrial_total where industrial_output_prior is not null
union all
select 'Z42a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'revenue_ytd_wan' as field, row_key
from rows_by_industrial_total where industrial_revenue is not null
union all
select 'Z42b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'profit_ytd_wan' as field, row_key
from rows_by_industrial_total where industrial_profit is not null
union all
select 'Z43' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'output_ytd_wan' as field, row_key
from rows_by_industrial_total where industrial_output is not null
union all
select 'Z43' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'sales_ytd_wan' as field, row_key
from rows_by_industrial_total where industrial_sales is not null
union all
select 'Z44' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'revenue_ytd_wan' as field, row_key
from rows_by_industrial_total where industrial_revenue is not null
union all
select 'Z44' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'rd_expense_ytd_wan' as field, row_key
from rows_by_industrial_total where research_expense is not null
union all
select 'Z45' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'output_ytd_wan' as field, row_key
from rows_by_industrial_total where (hightech_output is not null or industrial_output is not null)
union all
select 'Z46' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'tax_paid_ytd_wan' as field, row_key
from rows_by_industrial_total where (land_of_taxpayers is not null or tax_on_land is not null)
union all
select 'Z47' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'employees' as field, row_key
from rows_by_industrial_total where average_employees is not null
union all
select 'Z47a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'employees' as field, row_key
from rows_by_industrial_total where employees_of_value_added is not null
union all
select 'Z47a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'value_added_ytd_wan' as field, row_key
from rows_by_industrial_total where value_added is not null
union all
select 'Z48a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'investment_ytd_wan' as field, row_key
from rows_by_project_month where industrial_investment is not null
union all
select 'Z48b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'investment_ytd_wan' as field, row_key
from rows_by_project_month where upgrade_investment is not null
union all
select 'Z48c' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'statistics_investment_ytd_wan' as field, row_key
from rows_by_project_month where statistics_investment is not null
union all
select 'Z48d' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'statistics_investment_ytd_wan' as field, row_key
from rows_by_project_month where statistics_investment_compared is not null
union all
select 'Z48d' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'statistics_investment_prior_ytd_wan' as field, row_key
from rows_by_project_month where statistics_investment_prior is not null
union all
select 'Z48e' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'statistics_investment_ytd_wan' as field, row_key
from rows_by_project_month where statistics_upgrade_compared is not null
union all
select 'Z48e' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'statistics_investment_prior_ytd_wan' as field, row_key
from rows_by_project_month where statistics_upgrade_prior is not null
union all
select 'Z49a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'application_status' as field, row_key
from rows_by_upgrade_subsidy where subsidy_applications <> 0
union all
select 'Z49b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'amount_paid_wan' as field, row_key
from rows_by_upgrade_subsidy where subsidies_paid is not null
union all
select 'Z49c' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'amount_approved_wan' as field, row_key
from rows_by_upgrade_subsidy where subsidies_approved is not null
union all
select 'Z49c' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'amount_paid_wan' as field, row_key
from rows_by_upgrade_subsidy where subsidies_paid is not null
union all
select 'Z50a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'case_no' as field, row_key
from rows_by_appeal_month where appeals_received <> 0
union all
select 'Z50b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'closed_date' as field, row_key
from rows_by_appeal_month where appeals_closed_on_time <> 0
union all
select 'Z50b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'assigned_date' as field, row_key
from rows_by_appeal_month where appeals_due <> 0
union all
select 'Z51a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'is_contacted' as field, row_key
from rows_by_appeal_month where appeals_contacted <> 0
union all
select 'Z51a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'is_visited' as field, row_key
from rows_by_appeal_month where appeals_visited <> 0
union all
select 'Z51b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'is_solved' as field, row_key
from rows_by_appeal_month where appeals_solved <> 0
union all
select 'Z51b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'is_visited' as field, row_key
from rows_by_appeal_month where appeals_visited <> 0
union all
select 'Z51c' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'satisfaction' as field, row_key
from rows_by_appeal_month where appeals_satisfied is not null
union all
select 'Z51c' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'is_visited' as field, row_key
from rows_by_appeal_month where appeals_visited <> 0
union all
select 'Z51d' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'is_contacted' as field, row_key
from rows_by_appeal_month where appeals_contacted <> 0
union all
select 'Z51d' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'satisfaction' as field, row_key
from rows_by_appeal_month where appeals_satisfied is not null
union all
select 'Z51d' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'is_solved' as field, row_key
from rows_by_appeal_month where appeals_solved <> 0
union all
select 'Z51d' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'is_visited' as field, row_key
from rows_by_appeal_month where appeals_visited <> 0
union all
select 'Z52' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'budget_revenue_ytd_wan' as field, row_key
from rows_by_revenue where budget_revenue is not null
union all
select 'Z52a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'budget_revenue_ytd_wan' as field, row_key
from rows_by_revenue where budget_revenue is not null
union all
select 'Z52a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'prior_ytd_wan' as field, row_key
from rows_by_revenue where budget_revenue_prior is not null
union all
select 'Z53' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'budget_revenue_ytd_wan' as field, row_key
from rows_by_revenue where budget_revenue is not null
union all
select 'Z53' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'budget_wan' as field, row_key
from rows_by_revenue where year_budget is not null
union all
select 'Z54' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'budget_revenue_ytd_wan' as field, row_key
from rows_by_revenue where budget_revenue is not null
union all
select 'Z54' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'tax_revenue_ytd_wan' as field, row_key
from rows_by_revenue where tax_revenue is not null
union all
select 'Z55' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'tax_revenue_ytd_wan' as field, row_key
from rows_by_revenue where tax_revenue is not null
union all
select 'Z55a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'vat_ytd_wan' as field, row_key
from rows_by_revenue where vat_revenue is not null
union all
select 'Z55b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'corporate_income_tax_ytd_wan' as field, row_key
from rows_by_revenue where corporate_income_tax_revenue is not null
union all
select 'Z55c' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'personal_income_tax_ytd_wan' as field, row_key
from rows_by_revenue where personal_income_tax_revenue is not null
union all
select 'Z55d' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'tax_paid_ytd_wan' as field, row_key
from rows_by_key_taxpayer where key_taxpayer_revenue is not null
union all
select 'Z55e' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'tax_paid_ytd_wan' as field, row_key
from rows_by_key_taxpayer where (key_taxpayer_revenue is not null or top_taxpayer_revenue is not null)
union all
select 'Z56a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'revenue_ytd_wan' as field, row_key
from rows_by_company_operation where company_revenue is not null
union all
select 'Z56b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'profit_ytd_wan' as field, row_key
from rows_by_company_operation where company_profit is not null
union all
select 'Z56c' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'assets_wan' as field, row_key
from rows_by_company_operation where company_assets is not null
union all
select 'Z56d' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'assets_wan' as field, row_key
from rows_by_company_operation where company_assets is not null
union all
select 'Z56d' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'liabilities_wan' as field, row_key
from rows_by_company_operation where company_liabilities is not null
union all
select 'Z57a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'building_m2' as field, row_key
from rows_by_asset_month where (let_assets_area is not null or lettable_assets_area is not null)
union all
select 'Z57b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'rent_due_wan' as field, row_key
from rows_by_lease_month where rent_due is not null
union all
select 'Z57b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'rent_received_wan' as field, row_key
from rows_by_lease_month where rent_received is not null
union all
select 'Z58a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'balance_wan' as field, row_key
from rows_by_debt_month where debt_balance is not null
union all
select 'Z58b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'balance_wan' as field, row_key
from rows_by_debt_month where debt_balance is not null
union all
select 'Z58b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'annual_rate' as field, row_key
from rows_by_debt_month where yearly_interest is not null
union all
select 'Z58c' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'balance_wan' as field, row_key
from rows_by_debt_month where debt_due_in_12_months is not null
union all
select 'Z59a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'task_no' as field, row_key
from rows_by_reform_task where reform_tasks <> 0
union all
select 'Z59b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'task_status' as field, row_key
from rows_by_reform_task where reform_tasks_done <> 0
union all
select 'Z59c' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'task_status' as field, row_key
from rows_by_reform_task where reform_tasks_done_on_time <> 0
union all
select 'Z59c' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'planned_end_date' as field, row_key
from rows_by_reform_task where reform_tasks_due <> 0
union all
select 'Z60' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'milestone_weight_rate' as field, row_key
from rows_by_reform_milestone where milestone_weight is not null
union all
select 'Z60' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'milestone_done_date' as field, row_key
from rows_by_reform_milestone where milestone_weight_done is not null
union all
select 'Z61a' as indicator_id, {{ period_of('metric_time__month', 'year') }} as period,
    form, submission_id, sheet, sheet_row, 'reform_item' as field, row_key
from rows_by_reform_evidence where innovation_evidence <> 0
union all
select 'Z61b' as indicator_id, {{ period_of('metric_time__month', 'year') }} as period,
    form, submission_id, sheet, sheet_row, 'reform_item' as field, row_key
from rows_by_reform_evidence where experience_evidence <> 0
union all
select 'Z61c' as indicator_id, {{ period_of('metric_time__month', 'year') }} as period,
    form, submission_id, sheet, sheet_row, 'reform_item' as field, row_key
from rows_by_reform_evidence where institution_evidence <> 0
union all
select 'Z61d' as indicator_id, {{ period_of('metric_time__month', 'year') }} as period,
    form, submission_id, sheet, sheet_row, 'reform_item' as field, row_key
from rows_by_reform_evidence where efficiency_evidence <> 0
union all
select 'Z61e' as indicator_id, {{ period_of('metric_time__month', 'year') }} as period,
    form, submission_id, sheet, sheet_row, 'reviewed_points' as field, row_key
from rows_by_reform_evidence where innovation_points is not null
union all
select 'Z61f' as indicator_id, {{ period_of('metric_time__month', 'year') }} as period,
    form, submission_id, sheet, sheet_row, 'reviewed_points' as field, row_key
from rows_by_reform_evidence where experience_points is not null
union all
select 'Z61g' as indicator_id, {{ period_of('metric_time__month', 'year') }} as period,
    form, submission_id, sheet, sheet_row, 'reviewed_points' as field, row_key
from rows_by_reform_evidence where institution_points is not null
union all
select 'Z61h' as indicator_id, {{ period_of('metric_time__month', 'year') }} as period,
    form, submission_id, sheet, sheet_row, 'reviewed_points' as field, row_key
from rows_by_reform_evidence where efficiency_points is not null
union all
select 'Z62a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'letter_level' as field, row_key
from rows_by_letter_month where reminders_sent <> 0
union all
select 'Z62b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'letter_level' as field, row_key
from rows_by_letter_month where pressing_letters_sent <> 0
union all
select 'Z62c' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'replied_date' as field, row_key
from rows_by_letter_month where letters_replied_on_time <> 0
union all
select 'Z62c' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'issued_date' as field, row_key
from rows_by_letter_month where letters_sent <> 0
union all
select 'Z62d' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'letter_level' as field, row_key
from rows_by_letter_month where (pressing_letters_sent <> 0 or reminders_sent <> 0)
union all
select 'Z64' as indicator_id, {{ period_of('metric_time__month', 'year') }} as period,
    form, submission_id, sheet, sheet_row, 'rank' as field, row_key
from rows_by_superior_assessment where superior_rank is not null
union all
select 'Z64a' as indicator_id, {{ period_of('metric_time__month', 'year') }} as period,
    form, submission_id, sheet, sheet_row, 'rank_prior' as field, row_key
from rows_by_superior_assessment where superior_rank_gain is not null
union all
select 'Z65' as indicator_id, {{ period_of('metric_time__month', 'quarter') }} as period,
    form, submission_id, sheet, sheet_row, 'formation' as field, row_key
from rows_by_enterprise_party_building where (covered_enterprises <> 0 or party_enterprises <> 0)
union all
select 'Z65a' as indicator_id, {{ period_of('metric_time__month', 'quarter') }} as period,
    form, submission_id, sheet, sheet_row, 'formation' as field, row_key
from rows_by_enterprise_party_building where (alone_enterprises <> 0 or party_enterprises <> 0)
union all
select 'Z66a' as indicator_id, {{ period_of('metric_time__month', 'quarter') }} as period,
    form, submission_id, sheet, sheet_row, 'org_type' as field, row_key
from rows_by_party_organization where party_organizations <> 0
union all
select 'Z66b' as indicator_id, {{ period_of('metric_time__month', 'quarter') }} as period,
    form, submission_id, sheet, sheet_row, 'full_member_count' as field, row_key
from rows_by_party_organization where party_members is not null
union all
select 'Z66b' as indicator_id, {{ period_of('metric_time__month', 'quarter') }} as period,
    form, submission_id, sheet, sheet_row, 'probationary_member_count' as field, row_key
from rows_by_party_organization where party_members is not null
union all
select 'Z66c' as indicator_id, {{ period_of('metric_time__month', 'quarter') }} as period,
    form, submission_id, sheet, sheet_row, 'org_type' as field, row_key
from rows_by_party_organization where party_alliances <> 0
union all
select 'Z66d' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'activity_type' as field, row_key
from rows_by_party_activity_to_date where party_activities <> 0
union all
select 'Z66e' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'enterprise_count' as field, row_key
from rows_by_party_activity_to_date where party_activity_enterprises is not null
union all
select 'Z67' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'project_name' as field, row_key
from rows_by_project_month where key_projects <> 0
union all
select 'Z67' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'leader_name' as field, row_key
from rows_by_project_month where projects_with_leader <> 0
union all
select 'Z67a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'project_name' as field, row_key
from rows_by_project_month where key_projects <> 0
union all
select 'Z67a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'leader_visit_count' as field, row_key
from rows_by_project_month where projects_visited is not null
union all
select 'Z67a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'leader_name' as field, row_key
from rows_by_project_month where projects_visited is not null
union all
select 'Z68' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'due_date' as field, row_key
from rows_by_filing where filings_due <> 0
union all
select 'Z68' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'received_at' as field, row_key
from rows_by_filing where filings_on_time <> 0
union all
select 'Z68a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'received_at' as field, row_key
from rows_by_filing where filings_arrived <> 0
union all
select 'Z68a' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'due_date' as field, row_key
from rows_by_filing where filings_due <> 0
union all
select 'Z68b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'received_at' as field, row_key
from rows_by_filing where filings_accepted_on_time <> 0
union all
select 'Z68b' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'due_date' as field, row_key
from rows_by_filing where filings_due <> 0
union all
select 'Z69' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'verdict' as field, row_key
from rows_by_filing where filings_accepted_at_once <> 0
union all
select 'Z69' as indicator_id, {{ period_of('metric_time__month', 'month') }} as period,
    form, submission_id, sheet, sheet_row, 'received_at' as field, row_key
from rows_by_filing where filings_made <> 0
