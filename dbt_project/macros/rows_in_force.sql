{# The rows of a staging model whose submission is in force for its department, form and period. #}
{% macro rows_in_force(staging) %}
    select
        reported.*,
        in_force.received_at
    from {{ staging }} as reported
    inner join {{ ref('int_submissions_in_force') }} as in_force
        on
            reported.submission_id = in_force.submission_id
            and reported.form = in_force.form
            and reported.department = in_force.department
            and reported.period = in_force.period
{% endmacro %}
