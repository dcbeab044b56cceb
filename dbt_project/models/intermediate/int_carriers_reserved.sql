-- A carrier kept for a project, beside that project's last report under talks by the end of the month.
with reserved as (

    select * from {{ ref('fct_carrier_months') }}
    where reserved_project_no is not null

),

compared as (

    select
        reserved.form,
        reserved.department,
        reserved.period,
        reserved.submission_id,
        reserved.sheet,
        reserved.sheet_row,
        reserved.row_key,
        reserved.reserved_project_no,
        talks.project_name,
        talks.stage,
        {{ place_of('talks', 'talk') }},
        row_number() over (partition by reserved.carrier_month_id order by talks.period desc) as recency
    from reserved
    left join {{ ref('fct_talks') }} as talks
        on reserved.reserved_project_no = talks.project_no and reserved.period_end >= talks.period_end

)

select * from compared
where recency = 1
