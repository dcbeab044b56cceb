-- Facts take their rows from submissions in force and nowhere else, so that their periods and departments are these:
-- one look here instead of two tests per fact.
select
    in_force.form,
    in_force.period,
    in_force.department
from {{ ref('int_submissions_in_force') }} as in_force
left join {{ ref('dim_periods') }} as periods
    on in_force.period = periods.period
left join {{ ref('dim_departments') }} as departments
    on in_force.department = departments.department
where periods.period is null or departments.department is null
