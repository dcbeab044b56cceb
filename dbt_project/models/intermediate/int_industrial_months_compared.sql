with compared as (

    {{ with_previous(
        ref('stg_projects__industrial_months'),
        ['uscc'],
        ['output_month_wan', 'output_ytd_wan', 'sales_ytd_wan', 'export_ytd_wan', 'employees'],
    ) }}

),

-- The same month a year ago, as it was reported then.
with_year_ago as (

    select
        this.*,
        year_ago.output_ytd_wan as year_ago_output_ytd_wan,
        year_ago.electricity_kwh as year_ago_electricity_kwh,
        {{ place_of('year_ago', 'year_ago') }}
    from compared as this
    left join compared as year_ago
        on
            this.uscc = year_ago.uscc
            and year_ago.period = cast({{ year_of('this.period') }} - 1 as varchar) || substr(this.period, 5)

)

select * from with_year_ago
