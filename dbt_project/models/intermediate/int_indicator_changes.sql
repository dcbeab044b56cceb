-- Each figure beside that of the release before; one that a release no longer has is a row of that release without one.
{%- set kept = [
    'published_at', 'indicator_id', 'name', 'unit', 'period', 'scope',
    'figure', 'target', 'status', 'known_at', 'rejudged_at', 'submissions',
    'corrections', 'decisions', 'code'
] %}
with published as (

    select
        release_id,
        {{ kept | join(', ') }},
        false as is_new
    from {{ ref('stg_ledger__indicator_values') }}
    union all
    select
        cast(null as varchar) as release_id,
        {{ kept | join(', ') }},
        true as is_new
    from {{ ref('int_indicator_figures') }}

),

releases as (

    select
        release_id,
        published_at,
        decisions,
        code,
        is_new,
        row_number() over (order by is_new asc, published_at asc, release_id asc) as release_number
    from (
        select distinct
            release_id,
            published_at,
            decisions,
            code,
            is_new
        from published
    ) as found

),

numbered as (

    select
        published.*,
        releases.release_number,
        lead(releases.release_number) over (
            partition by published.indicator_id, published.period, published.scope
            order by releases.release_number
        ) as next_number
    from published
    inner join releases
        on
            published.release_id is not distinct from releases.release_id
            and published.is_new = releases.is_new

),

gone as (

    select
        releases.release_id,
        releases.published_at,
        numbered.indicator_id,
        numbered.name,
        numbered.unit,
        numbered.period,
        numbered.scope,
        cast(null as decimal(18, 6)) as figure,
        cast(null as decimal(18, 6)) as target,
        cast(null as varchar) as status,
        cast(null as timestamp) as known_at,
        cast(null as timestamp) as rejudged_at,
        cast(null as varchar) as submissions,
        cast(null as varchar) as corrections,
        releases.decisions,
        releases.code,
        releases.is_new,
        releases.release_number
    from numbered
    inner join releases
        on numbered.release_number + 1 = releases.release_number
    where coalesce(numbered.next_number > releases.release_number, true)

),

told as (

    select
        release_id,
        {{ kept | join(', ') }},
        is_new,
        release_number
    from numbered
    union all
    select * from gone

),

beside as (

    select
        *,
        lag(published_at) over figure_history as previous_published_at,
        lag(figure) over figure_history as previous_figure,
        lag(target) over figure_history as previous_target,
        lag(status) over figure_history as previous_status,
        lag(submissions) over figure_history as previous_submissions,
        lag(corrections) over figure_history as previous_corrections,
        lag(decisions) over figure_history as previous_decisions,
        lag(code) over figure_history as previous_code,
        lag(release_number) over figure_history is null as is_first
    from told
    window figure_history as (partition by indicator_id, period, scope order by release_number)

)

select
    *,
    {{ parts_without('submissions', 'previous_submissions') }} as submissions_in,
    {{ parts_without('previous_submissions', 'submissions') }} as submissions_out,
    {{ parts_without('corrections', 'previous_corrections') }} as corrections_in,
    {{ parts_without('decisions', 'previous_decisions') }} as decisions_in,
    {{ parts_without('previous_decisions', 'decisions') }} as decisions_out
from beside
where
    is_first
    or figure is distinct from previous_figure
    or target is distinct from previous_target
    or status is distinct from previous_status
