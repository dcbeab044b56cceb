with repeated as (

    select
        form,
        department,
        period,
        submission_id,
        sheet,
        sheet_row,
        row_key,
        first_clause,
        first_application_no,
        min(first_submission_id) as first_submission_id,
        min(first_form) as first_form,
        min(first_sheet) as first_sheet,
        min(first_sheet_row) as first_sheet_row,
        {{ joined('invoice_no', 'invoice_no') }} as invoice_nos
    from {{ ref('int_invoices_claimed') }}
    where application_no <> first_application_no
    group by
        form, department, period, submission_id, sheet, sheet_row, row_key, first_clause, first_application_no

),

failing as (

    select
        {{ this_side("'invoice_nos'", 'invoice_nos', "'未享受过补助的发票'") }},
        {{ other_side("'invoice_nos'", 'first') }},
        invoice_nos,
        first_clause || '（' || first_application_no || '）' as first_said
    from repeated

),

{{ findings({'no': 'invoice_nos', 'policy': 'first_said'}) }}
