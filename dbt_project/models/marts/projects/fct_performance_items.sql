-- One item per agreed and actual value of the form; limits are met from below.
{%- set items = [
    ('fixed_investment', '固定资产投资', '万元', 'agreed_fixed_investment_wan', 'actual_fixed_investment_wan', 'is_fixed_investment_met', 'false'),
    ('intensity', '投资强度', '万元/亩', 'agreed_intensity_wan_per_mu', 'actual_intensity_wan_per_mu', 'is_intensity_met', 'false'),
    ('plot_ratio', '容积率', '', 'agreed_plot_ratio', 'actual_plot_ratio', 'is_plot_ratio_met', 'false'),
    ('building_density', '建筑密度', '%', 'agreed_building_density_rate', 'actual_building_density_rate', 'is_building_density_met', 'false'),
    ('green_space', '绿地率', '%', 'agreed_green_space_rate', 'actual_green_space_rate', 'is_green_space_met', 'true'),
    ('output', '亩均产值', '万元/亩·年', 'agreed_output_wan_per_mu_year', 'actual_output_wan_per_mu_year', 'is_output_met', 'false'),
    ('tax', '亩均税收', '万元/亩·年', 'agreed_tax_wan_per_mu_year', 'actual_tax_wan_per_mu_year', 'is_tax_met', 'false'),
    ('energy', '能耗标准', '吨标准煤/万元', 'agreed_energy_tce_per_wan', 'actual_energy_tce_per_wan', 'is_energy_met', 'true'),
    ('jobs', '用工', '人', 'agreed_jobs', 'actual_jobs', 'is_jobs_met', 'false')
] %}

with reported as (

    {{ latest_rows(ref('stg_projects__project_performance'), ['project_no']) }}

),

identified as (

    select
        reported.*,
        project.project_id
    from reported
    {{ join_project(
        number='reported.project_no', code='reported.project_code', name='reported.project_name',
        owner='reported.enterprise_name'
    ) }}

),

agreed as (

    {% for item, name, unit, agreed, actual, met, is_limit in items %}
    select
        project_id,
        period,
        period_start,
        period_end,
        department,
        project_no,
        '{{ item }}' as item,
        '{{ name }}' as item_name,
        '{{ unit }}' as item_unit,
        {{ is_limit }} as is_upper_limit,
        cast({{ agreed }} as decimal(18, 6)) as agreed_value,
        cast({{ actual }} as decimal(18, 6)) as actual_value,
        {{ met }} as is_declared_met,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from identified
    where {{ agreed }} is not null
    {{ 'union all' if not loop.last }}
    {% endfor %}

),

performance_items as (

    select
        {{ key_of(['project_no', 'item', 'period']) }} as performance_item_id,
        project_id,
        period,
        period_start,
        period_end,
        department,
        '全区' as scope,
        project_no,
        item,
        item_name,
        item_unit,
        is_upper_limit,
        agreed_value,
        actual_value,
        is_declared_met,
        case when is_upper_limit then actual_value <= agreed_value else actual_value >= agreed_value end as is_met,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from agreed

)

select * from performance_items
