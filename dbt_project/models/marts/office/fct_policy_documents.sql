with reported as (

    {{ latest_rows(ref('stg_office__policy_documents'), ['document_no'], once=true) }}

),

policy_documents as (

    select
        {{ key_of(['document_no']) }} as policy_document_id,
        period,
        period_start,
        period_end,
        department,
        '全区' as scope,
        document_no,
        document_name,
        issued_date,
        clauses,
        valid_from_date,
        valid_to_date,
        coalesce(valid_from_date, issued_date) <= period_end
        and coalesce(valid_to_date >= period_end, true) as is_valid,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from reported

)

select * from policy_documents
