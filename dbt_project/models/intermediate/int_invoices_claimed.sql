-- Every invoice of an application, beside the application that claimed it first.
with applications as (

    {{ latest_rows(ref('stg_projects__upgrade_subsidies'), ['application_no', 'batch']) }}

),

claimed as (

    {{ parts_of('applications', 'invoice_nos') }}

),

first_claims as (

    select *
    from (
        select
            *,
            row_number() over (partition by part order by period, application_no, batch) as claim_order
        from claimed
        where application_status not in ('不予支持', '撤回')
    ) as ordered
    where claim_order = 1

),

compared as (

    select
        claimed.form,
        claimed.department,
        claimed.period,
        claimed.submission_id,
        claimed.sheet,
        claimed.sheet_row,
        claimed.row_key,
        claimed.part as invoice_no,
        claimed.application_no,
        first_claims.application_no as first_application_no,
        first_claims.clause as first_clause,
        {{ place_of('first_claims', 'first') }}
    from claimed
    inner join first_claims
        on claimed.part = first_claims.part
    where claimed.application_status not in ('不予支持', '撤回')

)

select * from compared
