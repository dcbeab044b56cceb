{#
    Robust outliers of amounts: the modified z-score (Iglewicz and Hoaglin) on logarithms, which fits amounts that grow
    by shares. Flag |z| > 3.5. Only positive amounts take part; the others are not evaluated.

    One row per `keys`: usual_log (median), spread_log (1.4826 × MAD, where that is 0 the mean deviation × 1.2533, never
    below 0.05: what varies by less than five per cent is no outlier), baseline_count (amounts in the baseline).
    `rows` is a relation or CTE with the rows of the baseline: for a window of its own join each row with those before
    it and let `keys` name the row. Show {{ usual(…) }} and baseline_count in the message.
#}
{% macro log_baseline(rows, keys, amount) -%}
    {%- set by = keys | join(', ') -%}
    select
        {{ by }},
        min(usual_log) as usual_log,
        greatest(
            coalesce(nullif(1.4826 * {{ median_of('abs(log_amount - usual_log)') }}, 0), 1.2533 * avg(abs(log_amount - usual_log))),
            0.05
        ) as spread_log,
        cast(count(*) as bigint) as baseline_count
    from (
        select
            {{ by }},
            ln(cast({{ amount }} as double)) as log_amount,
            {{ median_of('ln(cast(' ~ amount ~ ' as double))') }} over (partition by {{ by }}) as usual_log
        from {{ rows }}
        where {{ amount }} > 0
    ) as measured
    group by {{ by }}
{%- endmacro %}

{# How many spreads an amount lies off its baseline, signed; null where it cannot be told. #}
{% macro modified_z(amount, usual_log='usual_log', spread_log='spread_log') -%}
    case
        when {{ amount }} > 0 then (ln(cast({{ amount }} as double)) - {{ usual_log }}) / {{ spread_log }}
    end
{%- endmacro %}

{# The usual amount of a baseline, with two decimals. #}
{% macro usual(usual_log='usual_log') -%}
    cast(exp({{ usual_log }}) as decimal(18, 2))
{%- endmacro %}
