-- Projects under talks of which an investment agreement is told to have been signed by the end of the half-month.
with agreements as (

    select
        *,
        row_number() over (partition by project_no order by signed_date, period, sheet_row) as signing_order
    from {{ ref('fct_signings') }}
    where is_investment_agreement

),

compared as (

    select
        talks.form,
        talks.department,
        talks.period,
        talks.submission_id,
        talks.sheet,
        talks.sheet_row,
        talks.row_key,
        talks.project_name,
        talks.stage,
        agreements.signed_date,
        {{ place_of('agreements', 'signing') }}
    from {{ ref('fct_talks') }} as talks
    inner join agreements
        on
            talks.project_no = agreements.project_no
            and talks.period_end >= agreements.signed_date
            and agreements.signing_order = 1

)

select * from compared
