with firms as (

    select
        form,
        department,
        period,
        submission_id,
        sheet,
        sheet_row,
        row_key,
        change_reason,
        output_month_wan as value_wan,
        -- The year before goes first; only where it is quiet the month before is looked at.
        case
            when abs(output_month_wan / nullif(output_prior_month_wan, 0) - 1) > {{ limit_of('firm_change') }} then '同比'
            when not is_next_period or previous_output_month_wan is null then '同比'
            -- The spring festival falls into the one year's January and the other's February.
            when substr(period, 6, 2) in ('02', '03') then '同比'
            else '环比'
        end as how,
        output_prior_month_wan as year_before_wan,
        previous_output_month_wan as month_before_wan,
        {{ limit_of('firm_change') }} as change_limit,
        '企业工业总产值' as what,
        'output_month_wan' as field,
        previous_submission_id,
        previous_form,
        previous_sheet,
        previous_sheet_row
    from {{ ref('int_industrial_months_compared') }}

),

zone as (

    select
        form,
        department,
        period,
        submission_id,
        sheet,
        cast(null as bigint) as sheet_row,
        '全区' as row_key,
        cast(null as varchar) as change_reason,
        sum(output_ytd_wan) as value_wan,
        '同比' as how,
        sum(output_prior_ytd_wan) as year_before_wan,
        cast(null as decimal(18, 4)) as month_before_wan,
        {{ limit_of('zone_change') }} as change_limit,
        '全区工业总产值累计' as what,
        'output_ytd_wan' as field,
        cast(null as varchar) as previous_submission_id,
        cast(null as varchar) as previous_form,
        cast(null as varchar) as previous_sheet,
        cast(null as bigint) as previous_sheet_row
    from {{ ref('int_industrial_months_compared') }}
    group by form, department, period, submission_id, sheet

),

measured as (

    select
        *,
        case when how = '同比' then year_before_wan else month_before_wan end as base_wan,
        case when how = '环比' then previous_submission_id end as base_submission_id,
        value_wan / nullif(case when how = '同比' then year_before_wan else month_before_wan end, 0) - 1 as change
    from (
        select * from firms
        union all
        select * from zone
    ) as both_levels

),

failing as (

    select
        {{ this_side(
            'field',
            shown('cast(value_wan as decimal(18, 4))'),
            shown('cast(base_wan as decimal(18, 4))'),
            shown_percent('change'),
        ) }},
        base_submission_id as other_submission_id,
        previous_form as other_form,
        previous_sheet as other_sheet,
        previous_sheet_row as other_row,
        field as other_field,
        what,
        how,
        cast(cast(change * 100 as decimal(18, 1)) as varchar) as percent,
        cast(cast(change_limit * 100 as bigint) as varchar) as percent_limit,
        {{ slip_said('value_wan', 'base_wan') }} as slip
    from measured
    where abs(change) > change_limit and change_reason is null

),

{{ findings({'what': 'what', 'how': 'how', 'p': 'percent', 'limit': 'percent_limit', 'slip': 'slip'}) }}
