with amounts as (

    {%- for field in ['output', 'sales', 'export'] %}
    select
        *,
        '{{ field }}_ytd_wan' as field,
        {{ field }}_month_wan as month_wan,
        {{ field }}_ytd_wan as ytd_wan,
        previous_{{ field }}_ytd_wan as previous_ytd_wan
    from {{ ref('int_industrial_months_compared') }}
    where is_same_year and is_next_period
    {%- if not loop.last %}
    union all
    {%- endif %}
    {%- endfor %}

),

compared as (

    select
        amounts.*,
        {{ tolerance(
            ['this_column.unit_read', 'previous_column.unit_read'],
            3,
            ['amounts.month_wan', 'amounts.ytd_wan', 'amounts.previous_ytd_wan'],
        ) }} as tolerated
    from amounts
    {{ join_column('amounts', 'amounts.field', 'this_column') }}
    {{ join_column('amounts', 'amounts.field', 'previous_column', 'previous_') }}

),

failing as (

    select
        {{ this_side(
            'field',
            shown('ytd_wan'),
            shown('previous_ytd_wan + month_wan'),
            shown('ytd_wan - previous_ytd_wan - month_wan'),
        ) }},
        {{ other_side('field') }},
        {{ shown('previous_ytd_wan') }} as previous_said,
        {{ shown('month_wan') }} as month_said,
        {{ shown('ytd_wan') }} as ytd_said,
        {{ shown('abs(ytd_wan - previous_ytd_wan - month_wan)') }} as gap,
        {{ slip_said('ytd_wan', '(previous_ytd_wan + month_wan)') }} as slip
    from compared
    where abs(ytd_wan - previous_ytd_wan - month_wan) > tolerated

),

{{ findings({'a': 'previous_said', 'b': 'month_said', 'c': 'ytd_said', 'd': 'gap', 'slip': 'slip'}) }}
