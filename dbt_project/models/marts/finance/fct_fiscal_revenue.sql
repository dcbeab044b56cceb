-- One item per amount of the form. What only the total has (month, last year, budget) stands on the total's row.
{%- set items = [
    ('budget_revenue', '一般公共预算收入', '总额', 'budget_revenue_ytd_wan'),
    ('tax_revenue', '税收收入', '税收', 'tax_revenue_ytd_wan'),
    ('nontax_revenue', '非税收入', '非税', 'nontax_revenue_ytd_wan'),
    ('vat', '增值税', '税种', 'vat_ytd_wan'),
    ('corporate_income_tax', '企业所得税', '税种', 'corporate_income_tax_ytd_wan'),
    ('personal_income_tax', '个人所得税', '税种', 'personal_income_tax_ytd_wan'),
    ('urban_maintenance_tax', '城建税', '税种', 'urban_maintenance_tax_ytd_wan'),
    ('property_tax', '房产税', '税种', 'property_tax_ytd_wan'),
    ('stamp_tax', '印花税', '税种', 'stamp_tax_ytd_wan'),
    ('land_use_tax', '城镇土地使用税', '税种', 'land_use_tax_ytd_wan'),
    ('land_appreciation_tax', '土地增值税', '税种', 'land_appreciation_tax_ytd_wan'),
    ('deed_tax', '契税', '税种', 'deed_tax_ytd_wan'),
    ('farmland_tax', '耕地占用税', '税种', 'farmland_tax_ytd_wan'),
    ('resource_tax', '资源税', '税种', 'resource_tax_ytd_wan'),
    ('environment_tax', '环保税', '税种', 'environment_tax_ytd_wan'),
    ('other_tax', '其他税收', '税种', 'other_tax_ytd_wan'),
    ('fund_revenue', '政府性基金收入', '基金', 'fund_revenue_ytd_wan'),
    ('land_revenue', '土地出让收入', '基金其中', 'land_revenue_ytd_wan')
] %}
{%- set of_total = {
    'amount_month_wan': 'budget_revenue_month_wan', 'prior_ytd_wan': 'prior_ytd_wan',
    'prior_month_wan': 'prior_month_wan', 'budget_wan': 'budget_wan', 'adjusted_budget_wan': 'adjusted_budget_wan'
} %}

with reported as (

    {{ latest_rows(ref('stg_finance__fiscal_revenue'), ['caliber', 'scope']) }}

),

items as (

    {% for item, name, kind, amount in items %}
    select
        period,
        period_start,
        period_end,
        department,
        coalesce(scope, '全区') as scope,
        caliber,
        '{{ item }}' as item,
        '{{ name }}' as item_name,
        '{{ kind }}' as item_kind,
        {{ amount }} as amount_ytd_wan,
        {% for column, source in of_total.items() %}
        {{ source if kind == '总额' else 'cast(null as decimal(18, 4))' }} as {{ column }},
        {% endfor %}
        '{{ amount }}' as field,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from reported
    where {{ amount }} is not null
    {{ 'union all' if not loop.last }}
    {% endfor %}

),

revenue as (

    select
        {{ key_of(['caliber', 'scope', 'item', 'period']) }} as revenue_id,
        period,
        period_start,
        period_end,
        department,
        scope,
        caliber,
        item,
        item_name,
        item_kind,
        amount_ytd_wan,
        amount_month_wan,
        prior_ytd_wan,
        prior_month_wan,
        budget_wan,
        adjusted_budget_wan,
        cast(amount_ytd_wan / nullif(prior_ytd_wan, 0) - 1 as decimal(18, 6)) as growth_rate,
        cast(amount_ytd_wan / nullif(budget_wan, 0) as decimal(18, 6)) as budget_rate,
        field,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from items

)

select * from revenue
