with tolerated as (

    select
        compared.*,
        case
            when compared.field = 'enterprise_count' then 0
            else {{ tolerance(
                ['this_column.unit_read', 'firms_column.unit_read'],
                '(compared.firm_count + 1)',
                ['compared.declared', 'compared.summed'],
            ) }}
        end as tolerated,
        case when compared.field = 'enterprise_count' then '家' else '万元' end as unit
    from {{ ref('int_industrial_summaries_compared') }} as compared
    {{ join_column('compared', 'compared.field', 'this_column') }}
    {{ join_column('compared', 'compared.firm_field', 'firms_column', 'firms_') }}

),

failing as (

    select
        {{ this_side('field', shown('declared'), shown('summed'), shown('declared - summed')) }},
        {{ other_side('firm_field', 'firms') }},
        {{ shown('summed') }} as sum_said,
        {{ shown('declared') }} as declared_said,
        {{ shown('abs(declared - summed)') }} as gap,
        unit,
        {{ slip_said('declared', 'summed') }} as slip
    from tolerated
    where abs(declared - summed) > tolerated

),

{{ findings({'a': 'sum_said', 'b': 'declared_said', 'c': 'gap', 'unit': 'unit', 'slip': 'slip'}) }}
