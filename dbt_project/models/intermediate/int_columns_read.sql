with columns_read as (

    select
        submission_id,
        form,
        sheet,
        field,
        min(title) as title,
        min(unit_read) as unit_read,
        min(column_letter) as column_letter
    from {{ ref('stg_inbox__columns') }}
    where field is not null
    group by submission_id, form, sheet, field

)

select * from columns_read
