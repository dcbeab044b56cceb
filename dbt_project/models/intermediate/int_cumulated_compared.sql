{%- set revenues = ['budget_revenue_ytd_wan', 'tax_revenue_ytd_wan', 'nontax_revenue_ytd_wan'] -%}
-- Every amount that a form cumulates over the year, one row each, beside the one reported before it.
with signings as (

    {{ with_previous(
        ref('stg_investment__signings'),
        ['project_no', 'agreement_type', 'signed_date'],
        ['funds_ytd_wan'],
    ) }}

),

revenues as (

    {{ with_previous(ref('stg_finance__fiscal_revenue'), ['caliber', 'scope'], revenues) }}

),

compared as (

    {{ cumulated(ref('int_project_months_compared'), 'investment_ytd_wan') }}
    union all
    {{ cumulated('signings', 'funds_ytd_wan') }}
    {%- for field in revenues %}
    union all
    {{ cumulated('revenues', field) }}
    {%- endfor %}

)

select * from compared
