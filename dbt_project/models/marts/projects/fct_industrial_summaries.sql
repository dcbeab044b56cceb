with declared as (

    {{ latest_rows(ref('stg_projects__industrial_summary'), ['scope']) }}

),

industrial_summaries as (

    select
        {{ key_of(['scope', 'period']) }} as industrial_summary_id,
        period,
        period_start,
        period_end,
        department,
        scope,
        enterprise_count,
        output_month_wan,
        output_ytd_wan,
        sales_ytd_wan,
        revenue_ytd_wan,
        profit_ytd_wan,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from declared

)

select * from industrial_summaries
