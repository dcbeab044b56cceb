with cells_coerced as (

    select
        submission_id,
        form,
        sheet,
        sheet_row,
        field,
        min(raw) as raw,
        min(cell) as cell
    from {{ ref('stg_inbox__coercions_in_full') }}
    group by submission_id, form, sheet, sheet_row, field

)

select * from cells_coerced
