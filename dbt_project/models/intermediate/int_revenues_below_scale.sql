-- Industrial firms of the cultivation list that do not report as firms above scale, with the larger revenue told.
with listed as (

    {{ latest_rows(ref('stg_enterprises__enterprise_titles'), ['uscc', 'title_name', 'batch']) }}

),

measured as (

    select
        listed.*,
        greatest(coalesce(listed.revenue_ytd_wan, 0), coalesce(listed.revenue_12_months_wan, 0)) as revenue_wan,
        case
            when coalesce(listed.revenue_ytd_wan, 0) >= coalesce(listed.revenue_12_months_wan, 0) then 'revenue_ytd_wan'
            else 'revenue_12_months_wan'
        end as field,
        max(case when titles.title = 'above_scale' then 1 else 0 end)
            over (partition by listed.uscc, listed.period) as cultivated,
        row_number() over (
            partition by listed.uscc, listed.period
            order by
                greatest(coalesce(listed.revenue_ytd_wan, 0), coalesce(listed.revenue_12_months_wan, 0)) desc,
                listed.sheet_row
        ) as revenue_order
    from listed
    left join {{ ref('titles') }} as titles
        on listed.title_name = titles.name

),

reporting as (

    select
        uscc,
        period
    from {{ ref('fct_industrial_months') }}
    group by uscc, period

),

compared as (

    select
        measured.*,
        measured.cultivated = 1 as is_cultivated
    from measured
    inner join {{ ref('dim_enterprises') }} as enterprises
        on measured.uscc = enterprises.enterprise_id
    left join reporting
        on measured.uscc = reporting.uscc and measured.period = reporting.period
    where
        measured.revenue_order = 1 and reporting.uscc is null
        and substr(enterprises.industry_code, 1, 2) between '06' and '46'

)

select * from compared
