-- The columns of the snapshot; the zone's list may hold more nodes, which the long grain keeps.
{%- set dates = {
    'M01': 'signed_date',
    'M02': 'company_registered_date',
    'M03': 'approved_date',
    'M04': 'land_contract_date',
    'M05': 'land_permit_date',
    'M06': 'property_certificate_date',
    'M07a': 'environment_approved_date',
    'M07b': 'energy_approved_date',
    'M07c': 'water_approved_date',
    'M07d': 'safety_approved_date',
    'M08': 'design_approved_date',
    'M09': 'planning_permit_date',
    'M10': 'drawings_reviewed_date',
    'M11': 'construction_permit_date',
    'M12': 'started_date',
    'M13': 'statistics_entered_date',
    'M14': 'topped_out_date',
    'M15': 'equipment_installed_date',
    'M16': 'completed_date',
    'M17': 'production_date',
    'M18': 'above_scale_date',
    'M19': 'full_capacity_date',
    'M20': 'performance_accepted_date'
} %}

with milestone_months as (

    select
        *,
        max(period) over (partition by project_id) as last_period,
        row_number() over (
            partition by project_id
            order by period desc, coalesce(done_date, date '0001-01-01') desc, milestone_code desc, sheet_row desc
        ) as newness
    from {{ ref('int_project_milestone_months') }}
    where project_id is not null

),

-- Every month tells the whole list again: the last one holds.
milestones as (

    select
        project_id,
        {% for code, column in dates.items() %}
        min(case when milestone_code = '{{ code }}' and is_done then done_date end) as {{ column }},
        {% endfor %}
        max(certificates_done) as certificates_done,
        max(case when is_five_together then 1 else 0 end) = 1 as is_five_together
    from milestone_months
    where period = last_period
    group by project_id

),

-- The row that speaks for the project: of its last month, the node that was reached last.
newest as (

    select * from milestone_months
    where newness = 1

),

project_milestones as (

    select
        milestones.project_id,
        newest.project_no,
        newest.project_name,
        milestones.signed_date,
        milestones.company_registered_date,
        milestones.approved_date,
        milestones.land_contract_date,
        milestones.land_permit_date,
        milestones.property_certificate_date,
        milestones.environment_approved_date,
        milestones.energy_approved_date,
        milestones.water_approved_date,
        milestones.safety_approved_date,
        milestones.design_approved_date,
        milestones.planning_permit_date,
        milestones.drawings_reviewed_date,
        milestones.construction_permit_date,
        milestones.started_date,
        milestones.statistics_entered_date,
        milestones.topped_out_date,
        milestones.equipment_installed_date,
        milestones.completed_date,
        milestones.production_date,
        milestones.above_scale_date,
        milestones.full_capacity_date,
        milestones.performance_accepted_date,
        {{ days_from('milestones.signed_date', 'milestones.land_contract_date') }} as sign_to_land_days,
        {{ days_from('milestones.land_contract_date', 'milestones.construction_permit_date') }} as land_to_permit_days,
        {{ days_from('milestones.land_contract_date', 'milestones.started_date') }} as land_to_start_days,
        {{ days_from('milestones.construction_permit_date', 'milestones.started_date') }} as permit_to_start_days,
        {{ days_from('milestones.started_date', 'milestones.completed_date') }} as start_to_completion_days,
        {{ days_from('milestones.completed_date', 'milestones.production_date') }} as completion_to_production_days,
        {{ days_from(
            'milestones.production_date', 'milestones.full_capacity_date'
        ) }} as production_to_full_capacity_days,
        {{ days_from('milestones.signed_date', 'milestones.production_date') }} as sign_to_production_days,
        {{ workdays_from('land_day', 'permit_day') }} as land_to_permit_workdays,
        {{ workdays_from('land_day', 'start_day') }} as land_to_start_workdays,
        milestones.certificates_done,
        milestones.is_five_together,
        case when newest.is_done then newest.milestone end as last_milestone,
        case when newest.is_done then newest.done_date end as last_milestone_date,
        newest.period,
        newest.period_start,
        newest.period_end,
        newest.department,
        newest.form,
        newest.submission_id,
        newest.sheet,
        newest.sheet_row,
        newest.row_key
    from milestones
    inner join newest
        on milestones.project_id = newest.project_id
    {{ join_day('milestones.land_contract_date', 'land_day') }}
    {{ join_day('milestones.construction_permit_date', 'permit_day') }}
    {{ join_day('milestones.started_date', 'start_day') }}

)

select * from project_milestones
