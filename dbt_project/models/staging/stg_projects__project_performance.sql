-- 由 taizhang generate 生成，请勿手改：sources/forms/projects/project_performance.yaml
with source as (

    select * from {{ source('landing', 'project_performance') }}

),

selected as (

    select
        'project_performance' as form,
        submission_id,
        department,
        period,
        reported_on,
        sheet,
        sheet_row,
        cast(row_no as bigint) as row_no,
        project_no,
        project_name,
        project_code,
        enterprise_name,
        uscc,
        cast(land_mu as decimal(18, 4)) as land_mu,
        cast(agreed_fixed_investment_wan as decimal(18, 4)) as agreed_fixed_investment_wan,
        cast(actual_fixed_investment_wan as decimal(18, 4)) as actual_fixed_investment_wan,
        cast(is_fixed_investment_met as boolean) as is_fixed_investment_met,
        cast(agreed_intensity_wan_per_mu as decimal(18, 4)) as agreed_intensity_wan_per_mu,
        cast(actual_intensity_wan_per_mu as decimal(18, 4)) as actual_intensity_wan_per_mu,
        cast(is_intensity_met as boolean) as is_intensity_met,
        cast(agreed_plot_ratio as decimal(18, 4)) as agreed_plot_ratio,
        cast(actual_plot_ratio as decimal(18, 4)) as actual_plot_ratio,
        cast(is_plot_ratio_met as boolean) as is_plot_ratio_met,
        cast(agreed_building_density_rate as decimal(18, 6)) as agreed_building_density_rate,
        cast(actual_building_density_rate as decimal(18, 6)) as actual_building_density_rate,
        cast(is_building_density_met as boolean) as is_building_density_met,
        cast(agreed_green_space_rate as decimal(18, 6)) as agreed_green_space_rate,
        cast(actual_green_space_rate as decimal(18, 6)) as actual_green_space_rate,
        cast(is_green_space_met as boolean) as is_green_space_met,
        cast(agreed_output_wan_per_mu_year as decimal(18, 4)) as agreed_output_wan_per_mu_year,
        cast(actual_output_wan_per_mu_year as decimal(18, 4)) as actual_output_wan_per_mu_year,
        cast(is_output_met as boolean) as is_output_met,
        cast(agreed_tax_wan_per_mu_year as decimal(18, 4)) as agreed_tax_wan_per_mu_year,
        cast(actual_tax_wan_per_mu_year as decimal(18, 4)) as actual_tax_wan_per_mu_year,
        cast(is_tax_met as boolean) as is_tax_met,
        cast(agreed_energy_tce_per_wan as decimal(18, 4)) as agreed_energy_tce_per_wan,
        cast(actual_energy_tce_per_wan as decimal(18, 4)) as actual_energy_tce_per_wan,
        cast(is_energy_met as boolean) as is_energy_met,
        cast(agreed_jobs as bigint) as agreed_jobs,
        cast(actual_jobs as bigint) as actual_jobs,
        cast(is_jobs_met as boolean) as is_jobs_met,
        cast(agreed_start_date as date) as agreed_start_date,
        cast(actual_start_date as date) as actual_start_date,
        cast(agreed_end_date as date) as agreed_end_date,
        cast(actual_end_date as date) as actual_end_date,
        cast(agreed_production_date as date) as agreed_production_date,
        cast(actual_production_date as date) as actual_production_date,
        cast(agreed_full_capacity_date as date) as agreed_full_capacity_date,
        cast(actual_full_capacity_date as date) as actual_full_capacity_date,
        cast(deposit_wan as decimal(18, 4)) as deposit_wan,
        breach_clause,
        measures,
        acceptance_result,
        cast(land_cost_wan as decimal(18, 4)) as land_cost_wan,
        cast(developed_land_mu as decimal(18, 4)) as developed_land_mu,
        cast(is_stopped as boolean) as is_stopped,
        cast(stopped_since_date as date) as stopped_since_date,
        remark
    from source

)

select * from selected
