-- Why a published figure moved: the first of these that holds.
with caused as (

    select
        *,
        case
            when corrections_in is not null then 'correction'
            when known_at > previous_published_at then 'submission'
            when decisions_in is not null or decisions_out is not null then 'decision'
            when rejudged_at > previous_published_at then 'rule_change'
            when code <> previous_code then 'code'
            when submissions_in is not null or submissions_out is not null then 'submission'
            else 'time'
        end as cause
    from {{ ref('int_indicator_changes') }}
    where not is_first and figure is distinct from previous_figure

)

select
    {{ key_of(['indicator_id', 'period', 'scope', 'release_number']) }} as revision_id,
    release_id,
    published_at,
    indicator_id,
    name,
    unit,
    period,
    scope,
    previous_figure as old_value,
    figure as new_value,
    cast(figure - previous_figure as decimal(18, 6)) as difference,
    cause,
    case cause
        when 'correction' then '更正申请 ' || corrections_in || ' 获批'
        when 'submission'
            then coalesce('新生效的报送 ' || submissions_in, '不再生效的报送 ' || submissions_out, '同一报送重新计入')
        when 'decision' then coalesce('决定 ' || decisions_in, '撤回的决定 ' || decisions_out)
        when 'rule_change' then '规则变更后重新审核'
        when 'code' then '程序或代码表变更（' || previous_code || ' → ' || code || '）'
        else '数据截至的时间后移'
    end as why,
    submissions_in,
    submissions_out,
    decisions_in,
    decisions_out,
    previous_code as old_code,
    code as new_code,
    is_new
from caused
