-- A problem told of a project, beside open appeals of the same month from its owner or from a firm that it names.
with problems as (

    select * from {{ ref('fct_project_months') }}
    where problem_text is not null and problem_text not in ('无', '暂无', '没有', '正常')

),

compared as (

    select
        problems.form,
        problems.department,
        problems.period,
        problems.submission_id,
        problems.sheet,
        problems.sheet_row,
        problems.row_key,
        problems.problem_text,
        appeals.case_no,
        coalesce(appeals.project_id = problems.project_id, false) as is_linked,
        {{ place_of('appeals', 'appeal') }},
        row_number() over (partition by problems.project_month_id order by appeals.case_no) as appeal_order
    from problems
    left join {{ ref('fct_appeals') }} as appeals
        on
            problems.period = appeals.period
            and appeals.appeal_status <> '已销号'
            and (
                problems.enterprise_id = appeals.enterprise_id
                or position(appeals.enterprise_name in problems.problem_text) > 0
            )

)

select * from compared
where appeal_order = 1
