{%- set measures = [
    ('output_month_wan', 'decimal(18, 4)'),
    ('output_ytd_wan', 'decimal(18, 4)'),
    ('output_prior_month_wan', 'decimal(18, 4)'),
    ('output_prior_ytd_wan', 'decimal(18, 4)'),
    ('sales_month_wan', 'decimal(18, 4)'),
    ('sales_ytd_wan', 'decimal(18, 4)'),
    ('sales_prior_month_wan', 'decimal(18, 4)'),
    ('sales_prior_ytd_wan', 'decimal(18, 4)'),
    ('export_month_wan', 'decimal(18, 4)'),
    ('export_ytd_wan', 'decimal(18, 4)'),
    ('export_prior_month_wan', 'decimal(18, 4)'),
    ('export_prior_ytd_wan', 'decimal(18, 4)'),
    ('revenue_ytd_wan', 'decimal(18, 4)'),
    ('main_revenue_ytd_wan', 'decimal(18, 4)'),
    ('cost_ytd_wan', 'decimal(18, 4)'),
    ('surcharges_ytd_wan', 'decimal(18, 4)'),
    ('selling_expense_ytd_wan', 'decimal(18, 4)'),
    ('admin_expense_ytd_wan', 'decimal(18, 4)'),
    ('rd_expense_ytd_wan', 'decimal(18, 4)'),
    ('finance_expense_ytd_wan', 'decimal(18, 4)'),
    ('profit_ytd_wan', 'decimal(18, 4)'),
    ('vat_ytd_wan', 'decimal(18, 4)'),
    ('income_tax_ytd_wan', 'decimal(18, 4)'),
    ('assets_wan', 'decimal(18, 4)'),
    ('liabilities_wan', 'decimal(18, 4)'),
    ('equity_wan', 'decimal(18, 4)'),
    ('receivables_wan', 'decimal(18, 4)'),
    ('inventory_wan', 'decimal(18, 4)'),
    ('finished_goods_wan', 'decimal(18, 4)'),
    ('payroll_ytd_wan', 'decimal(18, 4)'),
    ('employees', 'bigint'),
    ('tax_paid_ytd_wan', 'decimal(18, 4)'),
    ('electricity_kwh', 'decimal(18, 4)'),
    ('energy_tce', 'decimal(18, 4)')
] %}

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
        {% endfor %}
        -- Only some enterprises have land: their sum is told of all together, or a group's could be subtracted.
        cast(
            case when grouping = '合计' and count(taxed_land) >= 3 then sum(tax_on_land) end as decimal(18, 4)
        ) as tax_on_land_ytd_wan,
        cast(
            case when grouping = '合计' and count(taxed_land) >= 3 then sum(taxed_land) end as decimal(18, 4)
        ) as taxed_land_mu,
        max(submission_id) as submission_id,
        max(sheet) as sheet,
        count(distinct enterprise_id) as enterprise_count
    from grouped
    group by period, period_start, period_end, scope, grouping, group_value

),

ordered as (

    select
        *,
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
        *,
        case
            when enterprise_count < 3 then '少于三家'
            when smallest_count < 3 and (size_order <= 2 or enterprises_before < 3) then '补充隐去'
        end as suppression_reason
    from ordered

),

industrial_totals as (

    select
        {{ key_of(['grouping', 'group_value', 'scope', 'period']) }} as industrial_total_id,
        period,
        period_start,
        period_end,
        scope,
        grouping,
        group_value,
        group_name,
        enterprise_count,
        {% for measure, type in measures %}
        case when suppression_reason is null then {{ measure }} end as {{ measure }},
        {% endfor %}
        case when suppression_reason is null then tax_on_land_ytd_wan end as tax_on_land_ytd_wan,
        case when suppression_reason is null then taxed_land_mu end as taxed_land_mu,
        submission_id,
        sheet,
        suppression_reason is not null as is_suppressed,
        suppression_reason
    from judged

)

select * from industrial_totals
