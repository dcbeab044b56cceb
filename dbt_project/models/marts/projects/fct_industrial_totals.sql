{%- set measures = industrial_measures() -%}
{%- set tells_of_land -%}
    suppression_reason is null and tells_of_land and not {{ is_dominated('tax_on_land_largest', 'tax_on_land_size') }}
{%- endset -%}

-- A figure for an enterprise outside the register is in no sum (先进库、后有数).
with registered as (

    select
        industrial_months.*,
        case when enterprises.land_mu > 0 then industrial_months.tax_paid_ytd_wan end as tax_on_land,
        case
            when industrial_months.tax_paid_ytd_wan is not null and enterprises.land_mu > 0 then enterprises.land_mu
        end as taxed_land
    from {{ ref('fct_industrial_months') }} as industrial_months
    left join {{ ref('dim_enterprises') }} as enterprises
        on industrial_months.enterprise_id = enterprises.enterprise_id
    where industrial_months.is_registered

),

grouped as (

    select
        '合计' as grouping,
        '合计' as group_value,
        '合计' as group_name,
        registered.*
    from registered
    union all
    select
        '行业大类' as grouping,
        registered.industry_division as group_value,
        divisions.name as group_name,
        registered.*
    from registered
    left join {{ ref('gb4754_divisions') }} as divisions
        on registered.industry_division = divisions.division
    union all
    select
        '高新技术企业' as grouping,
        case when is_hightech then '是' else '否' end as group_value,
        case when is_hightech then '高新技术企业' else '其他企业' end as group_name,
        registered.*
    from registered

),

members as (

    select distinct
        period_start,
        scope,
        grouping,
        group_value,
        enterprise_id
    from grouped

),

-- Where one group differs by one or two, none of its grouping is told: the total minus the others would tell of it.
few_since_last_month as (

    {{ few_changes_since('members', 1) }}

),

few_since_last_year as (

    {{ few_changes_since('members', 12) }}

),

summed as (

    select
        period,
        period_start,
        period_end,
        scope,
        grouping,
        group_value,
        min(group_name) as group_name,
        {% for measure, type in measures %}
        cast(sum({{ measure }}) as {{ type }}) as {{ measure }},
        count(case when {{ measure }} <> 0 then 1 end) as {{ measure }}_count,
        cast(max(abs({{ measure }})) as decimal(18, 4)) as {{ measure }}_largest,
        cast(sum(abs({{ measure }})) as decimal(28, 4)) as {{ measure }}_size,
        {% endfor %}
        -- Only some enterprises have land: their sum is told of all together, or a group's could be subtracted; and not
        -- where what is left of all are one or two without land.
        coalesce(
            grouping = '合计' and count(taxed_land) >= 3 and count(tax_paid_ytd_wan) - count(taxed_land) not in (1, 2),
            false
        ) as tells_of_land,
        -- Likewise where statisticians computed value added for some only.
        coalesce(
            grouping = '合计'
            and count(value_added_ytd_wan) >= 3
            and count(employees) - count(value_added_ytd_wan) not in (1, 2),
            false
        ) as tells_of_value_added,
        cast(
            sum(case when value_added_ytd_wan is not null then employees end) as bigint
        ) as employees_of_value_added,
        cast(sum(tax_on_land) as decimal(18, 4)) as tax_on_land_ytd_wan,
        cast(sum(taxed_land) as decimal(18, 4)) as taxed_land_mu,
        cast(max(abs(tax_on_land)) as decimal(18, 4)) as tax_on_land_largest,
        cast(sum(abs(tax_on_land)) as decimal(28, 4)) as tax_on_land_size,
        max(submission_id) as submission_id,
        max(sheet) as sheet,
        count(distinct enterprise_id) as enterprise_count
    from grouped
    group by period, period_start, period_end, scope, grouping, group_value

),

ordered as (

    select
        *,
        cast({{ limit_of('dominant_share') }} as decimal(5, 4)) as dominant_share,
        min(enterprise_count) over (partition by period, scope, grouping) as smallest_count,
        row_number() over smallest_first as size_order,
        coalesce(
            sum(enterprise_count) over (
                partition by period, scope, grouping order by enterprise_count, group_value
                rows between unbounded preceding and 1 preceding
            ),
            0
        ) as enterprises_before
    from summed
    window smallest_first as (partition by period, scope, grouping order by enterprise_count, group_value)

),

-- Where one group is hidden, so many of the next smallest are too that what is hidden is at least two groups and three
-- enterprises: the total minus the groups shown then tells of nobody.
judged as (

    select
        ordered.*,
        case
            when enterprise_count < 3 then '少于三家'
            when smallest_count < 3 and (size_order <= 2 or enterprises_before < 3) then '补充隐去'
        end as suppression_reason,
        coalesce(last_month.is_few, 0) as is_few_since_last_month,
        coalesce(last_year.is_few, 0) as is_few_since_last_year
    from ordered
    left join few_since_last_month as last_month
        on
            ordered.period_start = last_month.period_start
            and ordered.scope = last_month.scope
            and ordered.grouping = last_month.grouping
            -- What is counted so far begins anew in January.
            and extract(month from ordered.period_start) > 1
    left join few_since_last_year as last_year
        on
            ordered.period_start = last_year.period_start
            and ordered.scope = last_year.scope
            and ordered.grouping = last_year.grouping

),

-- The same for each column: of the enterprises of a group only some have something there, or one has nearly all of it.
cells as (

    {% for measure, type in measures %}
    select
        period,
        scope,
        grouping,
        group_value,
        '{{ measure }}' as measure,
        {{ measure }}_count as contributors,
        -- So far − so far last month − of this month is what a newcomer had before; what was told a year ago − what is
        -- told of it now is what only one of the two months has.
        {{ 'is_few_since_last_month' if '_month_' in measure else 0 }}
        + {{ 'is_few_since_last_year' if '_prior_' in measure else 0 }} as few_changes,
        {{ measure }}_largest as largest,
        {{ measure }}_size as size,
        dominant_share,
        suppression_reason is not null
        or {{ measure }}_count between 1 and 2
        or {{ is_dominated(measure ~ '_largest', measure ~ '_size') }} as is_hidden
    from judged
    {% if not loop.last %}union all{% endif %}
    {% endfor %}

),

measured as (

    select
        *,
        sum(case when is_hidden then 1 else 0 end)
            over (partition by period, scope, grouping, measure) as hidden_groups,
        sum(case when is_hidden then contributors else 0 end)
            over (partition by period, scope, grouping, measure) as hidden_contributors,
        sum(case when is_hidden then size else 0 end)
            over (partition by period, scope, grouping, measure) as hidden_size,
        max(case when is_hidden then largest else 0 end)
            over (partition by period, scope, grouping, measure) as hidden_largest,
        sum(size) over smaller_groups as size_before,
        max(largest) over smaller_groups as largest_before,
        row_number() over (
            partition by period, scope, grouping, measure, is_hidden or contributors = 0
            order by contributors, group_value
        ) as contributor_order,
        coalesce(
            sum(contributors) over smaller_groups,
            0
        ) as contributors_before
    from cells
    window
        smaller_groups as (
            partition by period, scope, grouping, measure, is_hidden or contributors = 0
            order by contributors, group_value rows between unbounded preceding and 1 preceding
        )

),

-- Beside a hidden cell so many others are hidden that all of them together are three enterprises, and not one's nearly alone.
hidden as (

    select
        period,
        scope,
        grouping,
        {% for measure, type in measures %}
        max(case when measure = '{{ measure }}' then measure end) as {{ measure }},
        {% endfor %}
        group_value
    from measured
    where
        is_hidden
        or few_changes > 0
        or contributors > 0 and hidden_groups > 0 and (
            hidden_groups + contributor_order <= 2
            or hidden_contributors between 1 and 2 and hidden_contributors + contributors_before < 3
            or {{ is_dominated(
                'greatest(hidden_largest, coalesce(largest_before, 0))', '(hidden_size + coalesce(size_before, 0))'
            ) }}
        )
    group by period, scope, grouping, group_value

),

industrial_totals as (

    select
        {{ key_of(['judged.grouping', 'judged.group_value', 'judged.scope', 'judged.period']) }} as industrial_total_id,
        judged.period,
        judged.period_start,
        judged.period_end,
        judged.scope,
        judged.grouping,
        judged.group_value,
        judged.group_name,
        judged.enterprise_count,
        {% for measure, type in measures %}
        case when hidden.{{ measure }} is null then judged.{{ measure }} end as {{ measure }},
        {% endfor %}
        case when {{ tells_of_land }} then tax_on_land_ytd_wan end as tax_on_land_ytd_wan,
        case when {{ tells_of_land }} then taxed_land_mu end as taxed_land_mu,
        case
            when suppression_reason is null and tells_of_value_added then employees_of_value_added
        end as employees_of_value_added,
        judged.submission_id,
        judged.sheet,
        suppression_reason is not null as is_suppressed,
        suppression_reason,
        suppression_reason is null and hidden.period is not null as has_hidden_columns
    from judged
    left join hidden
        on
            judged.period = hidden.period
            and judged.scope = hidden.scope
            and judged.grouping = hidden.grouping
            and judged.group_value = hidden.group_value

)

select * from industrial_totals
