-- The trace of an amount adds up to the figure: it is the same metric, grouped by the row it was read from.
with traced as (

    select
        indicator_id,
        period,
        cast(sum(value) as decimal(18, 6)) as traced_value
    from {{ ref('indicator_sources') }}
    where indicator_id in ('Z03', 'Z04', 'Z05', 'Z09')
    group by indicator_id, period

)

select
    figures.indicator_id,
    figures.period,
    figures.value,
    traced.traced_value
from {{ ref('indicator_values') }} as figures
left join traced
    on
        figures.indicator_id = traced.indicator_id
        and figures.period = traced.period
where figures.indicator_id in ('Z03', 'Z04', 'Z05', 'Z09') and figures.value is distinct from traced.traced_value
