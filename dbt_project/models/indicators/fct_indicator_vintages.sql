select
    {{ key_of(['indicator_id', 'period', 'scope', 'release_number']) }} as vintage_id,
    release_id,
    published_at,
    indicator_id,
    name,
    unit,
    period,
    scope,
    figure as value,
    target,
    status,
    known_at as vintage,
    submissions,
    code,
    is_new
from {{ ref('int_indicator_changes') }}
