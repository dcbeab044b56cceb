{%- set taxes = [
    'vat_ytd_wan', 'corporate_income_tax_ytd_wan', 'personal_income_tax_ytd_wan', 'urban_maintenance_tax_ytd_wan',
    'property_tax_ytd_wan', 'stamp_tax_ytd_wan', 'land_use_tax_ytd_wan', 'land_appreciation_tax_ytd_wan',
    'deed_tax_ytd_wan', 'farmland_tax_ytd_wan', 'resource_tax_ytd_wan', 'environment_tax_ytd_wan', 'other_tax_ytd_wan',
] -%}
-- Every tax in a row of its own: what it brought in the month is the difference of two cumulated amounts.
with compared as (

    {{ with_previous(
        ref('stg_finance__fiscal_revenue'),
        ['caliber', 'scope'],
        taxes,
    ) }}

),

taxed as (

    {%- for field in taxes %}
    select
        form,
        department,
        period,
        submission_id,
        sheet,
        sheet_row,
        row_key,
        remark,
        '{{ field }}' as field,
        {{ field }} as ytd_wan,
        previous_{{ field }} as previous_ytd_wan,
        -- January begins at nothing; any other month needs the month before it.
        case
            when substr(period, 6, 2) = '01' then {{ field }}
            when is_same_year and is_next_period then {{ field }} - previous_{{ field }}
        end as month_wan,
        case when is_same_year then previous_submission_id end as previous_submission_id,
        previous_form,
        previous_sheet,
        previous_sheet_row
    from compared
    union all
    {%- endfor %}
    select
        form,
        department,
        period,
        submission_id,
        sheet,
        sheet_row,
        row_key,
        remark,
        'budget_revenue_month_wan' as field,
        cast(null as decimal(18, 4)) as ytd_wan,
        cast(null as decimal(18, 4)) as previous_ytd_wan,
        budget_revenue_month_wan as month_wan,
        cast(null as varchar) as previous_submission_id,
        previous_form,
        previous_sheet,
        previous_sheet_row
    from compared

)

select * from taxed
