{# Periods are text: 2026-03, 2026-03-H1, 2026-03-H2, 2026-Q1, 2026 (sources/periods.py). #}

{% macro period_start(period) -%}
    cast(
        case
            when length({{ period }}) = 4 then {{ period }} || '-01-01'
            when {{ period }} like '%-Q1' then substr({{ period }}, 1, 4) || '-01-01'
            when {{ period }} like '%-Q2' then substr({{ period }}, 1, 4) || '-04-01'
            when {{ period }} like '%-Q3' then substr({{ period }}, 1, 4) || '-07-01'
            when {{ period }} like '%-Q4' then substr({{ period }}, 1, 4) || '-10-01'
            when {{ period }} like '%-H2' then substr({{ period }}, 1, 7) || '-16'
            else substr({{ period }}, 1, 7) || '-01'
        end as date
    )
{%- endmacro %}

{% macro period_end(period) -%}
    cast(
        case
            when length({{ period }}) = 4 then cast({{ period }} || '-12-31' as date)
            when {{ period }} like '%-Q1' then cast(substr({{ period }}, 1, 4) || '-03-31' as date)
            when {{ period }} like '%-Q2' then cast(substr({{ period }}, 1, 4) || '-06-30' as date)
            when {{ period }} like '%-Q3' then cast(substr({{ period }}, 1, 4) || '-09-30' as date)
            when {{ period }} like '%-Q4' then cast(substr({{ period }}, 1, 4) || '-12-31' as date)
            when {{ period }} like '%-H1' then cast(substr({{ period }}, 1, 7) || '-15' as date)
            else last_day(cast(substr({{ period }}, 1, 7) || '-01' as date))
        end as date
    )
{%- endmacro %}

{% macro month_of(day) -%}
    substr(cast({{ day }} as varchar), 1, 7)
{%- endmacro %}

{# The period of that length which a day lies in: 2026-03, 2026-Q1, 2026. #}
{% macro period_of(day, grain) -%}
    {%- if grain == 'year' -%}
        substr(cast({{ day }} as varchar), 1, 4)
    {%- elif grain == 'quarter' -%}
        substr(cast({{ day }} as varchar), 1, 4) || '-Q' || cast(extract(quarter from {{ day }}) as varchar)
    {%- else -%}
        {{ month_of(day) }}
    {%- endif -%}
{%- endmacro %}

{% macro year_of(period) -%}
    cast(substr({{ period }}, 1, 4) as bigint)
{%- endmacro %}

{# 2026年3月, 2026年3月上半月, 2026年一季度, 2026年: as people say it. #}
{% macro period_said(period) -%}
    substr({{ period }}, 1, 4) || '年' || case
        when length({{ period }}) = 4 then ''
        when {{ period }} like '%-Q1' then '一季度'
        when {{ period }} like '%-Q2' then '二季度'
        when {{ period }} like '%-Q3' then '三季度'
        when {{ period }} like '%-Q4' then '四季度'
        else cast(cast(substr({{ period }}, 6, 2) as bigint) as varchar) || '月'
            || case
                when {{ period }} like '%-H1' then '上半月'
                when {{ period }} like '%-H2' then '下半月'
                else ''
            end
    end
{%- endmacro %}

{# Whether a day lies in the year of the row's period, and not after the period. #}
{% macro so_far_this_year(day) -%}
    coalesce(extract(year from {{ day }}) = {{ year_of('period') }} and {{ day }} <= period_end, false)
{%- endmacro %}

{# The period of a grain (month, quarter, year: a column) that holds the end of a period: 2026-03-H1 is 2026-03 by month. #}
{% macro period_at(grain, period) -%}
    case {{ grain }}
        when 'year' then {{ period_of(period_end(period), 'year') }}
        when 'quarter' then {{ period_of(period_end(period), 'quarter') }}
        else {{ period_of(period_end(period), 'month') }}
    end
{%- endmacro %}
