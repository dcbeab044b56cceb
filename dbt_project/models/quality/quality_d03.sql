with total_changed as (

    select
        *,
        'total_investment_wan' as field,
        '总投资' as what,
        {{ shown('total_investment_wan') }} || '万元' as new_value,
        {{ shown('previous_total_investment_wan') }} || '万元' as old_value,
        {{ shown('total_investment_wan - previous_total_investment_wan') }} as difference
    from {{ ref('int_project_months_compared') }}
    where total_investment_wan <> previous_total_investment_wan

),

plan_changed as (

    select
        *,
        'planned_investment_year_wan' as field,
        '年度计划投资' as what,
        {{ shown('planned_investment_year_wan') }} || '万元' as new_value,
        {{ shown('previous_planned_investment_year_wan') }} || '万元' as old_value,
        {{ shown('planned_investment_year_wan - previous_planned_investment_year_wan') }} as difference
    from {{ ref('int_project_months_compared') }}
    where is_same_year and planned_investment_year_wan <> previous_planned_investment_year_wan

),

level_changed as (

    select
        *,
        'project_level' as field,
        '项目级别' as what,
        project_level as new_value,
        previous_project_level as old_value,
        cast(null as varchar) as difference
    from {{ ref('int_project_months_compared') }}
    where is_same_year and project_level <> previous_project_level

),

changed as (

    select * from total_changed
    union all
    select * from plan_changed
    union all
    select * from level_changed

),

failing as (

    select
        form,
        department,
        period,
        submission_id,
        sheet,
        sheet_row,
        field,
        row_key,
        new_value as value,
        old_value as expected,
        difference,
        previous_submission_id as other_submission_id,
        previous_form as other_form,
        previous_sheet as other_sheet,
        previous_sheet_row as other_row,
        field as other_field,
        what,
        new_value,
        old_value
    from changed

),

{{ findings({'what': 'what', 'old': 'old_value', 'new': 'new_value'}) }}
