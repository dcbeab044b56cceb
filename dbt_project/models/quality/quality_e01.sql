with said as (

    select
        *,
        case when is_said then '已' else '未' end || node as said_here,
        case
            when is_done then '已' || node || '（' || cast(done_date as varchar) || '）' else '未' || node
        end as said_there
    from {{ ref('int_project_stages_compared') }}
    where is_said <> is_done

),

failing as (

    select
        {{ this_side('field', 'said_here', 'said_there') }},
        {{ other_side("'done_date'", 'node') }},
        said_here,
        said_there
    from said

),

{{ findings({'a': 'said_here', 'b': 'said_there'}) }}
