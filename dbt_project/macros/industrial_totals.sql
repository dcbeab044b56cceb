{# What is summed of the monthly reports of industrial enterprises, with its type. #}
{% macro industrial_measures() -%}
    {{ return([
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
        ('value_added_ytd_wan', 'decimal(18, 4)'),
        ('tax_paid_ytd_wan', 'decimal(18, 4)'),
        ('electricity_kwh', 'decimal(18, 4)'),
        ('energy_tce', 'decimal(18, 4)')
    ]) }}
{%- endmacro %}

{#
    Whether one contributor has more than `dominant_share` (a column; sources/codes/rule_limits.csv) of a sum: who knows
    the rest guesses that one closely. The (n, k) dominance rule with n = 1, by absolute values where some are negative:
    Hundepool et al., Handbook on Statistical Disclosure Control (ESSNet SDC), chapter 4, primary and secondary cells.
#}
{% macro is_dominated(largest, size) -%}
    coalesce({{ largest }} > dominant_share * {{ size }}, false)
{%- endmacro %}

{#
    Period, scope and grouping, and whether a group of it (1, else 0) has one or two enterprises more or less than so many
    months before. `members`: period_start, scope, grouping, group_value, enterprise_id, each once.
#}
{% macro few_changes_since(members, months) -%}
    select
        period_start,
        scope,
        grouping,
        max(case when changes between 1 and 2 then 1 else 0 end) as is_few
    from (
        select
            period_start,
            scope,
            grouping,
            group_value,
            sum(is_change) as changes
        from (
            select
                coalesce(here.period_start, {{ plus_months('before.period_start', months) }}) as period_start,
                coalesce(here.scope, before.scope) as scope,
                coalesce(here.grouping, before.grouping) as grouping,
                coalesce(here.group_value, before.group_value) as group_value,
                case when here.enterprise_id is null or before.enterprise_id is null then 1 else 0 end as is_change
            from {{ members }} as here
            full outer join {{ members }} as before
                on
                    here.period_start = {{ plus_months('before.period_start', months) }}
                    and here.scope = before.scope
                    and here.grouping = before.grouping
                    and here.group_value = before.group_value
                    and here.enterprise_id = before.enterprise_id
        ) as compared
        group by period_start, scope, grouping, group_value
    ) as grouped_changes
    group by period_start, scope, grouping
{%- endmacro %}
