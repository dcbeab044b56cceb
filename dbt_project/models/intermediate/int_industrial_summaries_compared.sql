{%- set figures = ['output_month_wan', 'output_ytd_wan', 'sales_ytd_wan', 'revenue_ytd_wan', 'profit_ytd_wan'] -%}
-- What the summary of a month declares, figure by figure, beside the sum of the firms' own rows; a firm that tells no
-- scope belongs to each. The first firm's row stands for the list.
with summed as (

    select
        summaries.industrial_summary_id,
        count(*) as firm_count,
        {%- for figure in figures %}
        sum(firms.{{ figure }}) as {{ figure }},
        {%- endfor %}
        min(firms.submission_id) as submission_id,
        min(firms.form) as form,
        min(firms.sheet) as sheet,
        min(firms.sheet_row) as sheet_row
    from {{ ref('fct_industrial_summaries') }} as summaries
    inner join {{ ref('fct_industrial_months') }} as firms
        on summaries.period = firms.period and firms.scope in (summaries.scope, '全区')
    group by summaries.industrial_summary_id

),

compared as (

    select
        summaries.form,
        summaries.department,
        summaries.period,
        summaries.submission_id,
        summaries.sheet,
        summaries.sheet_row,
        summaries.row_key,
        'enterprise_count' as field,
        'uscc' as firm_field,
        cast(summaries.enterprise_count as decimal(18, 4)) as declared,
        cast(summed.firm_count as decimal(18, 4)) as summed,
        summed.firm_count,
        {{ place_of('summed', 'firms') }}
    from {{ ref('fct_industrial_summaries') }} as summaries
    inner join summed
        on summaries.industrial_summary_id = summed.industrial_summary_id
    {%- for figure in figures %}
    union all
    select
        summaries.form,
        summaries.department,
        summaries.period,
        summaries.submission_id,
        summaries.sheet,
        summaries.sheet_row,
        summaries.row_key,
        '{{ figure }}' as field,
        '{{ figure }}' as firm_field,
        summaries.{{ figure }} as declared,
        summed.{{ figure }} as summed,
        summed.firm_count,
        {{ place_of('summed', 'firms') }}
    from {{ ref('fct_industrial_summaries') }} as summaries
    inner join summed
        on summaries.industrial_summary_id = summed.industrial_summary_id
    {%- endfor %}

)

select * from compared
