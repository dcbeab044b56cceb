-- Each row that names an enterprise, beside the last entry of the register by the end of the row's period.
with register as (

    select
        *,
        {{ period_end('period') }} as period_end
    from ({{ rows_in_force(ref('stg_enterprises__enterprises')) }}) as in_force
    where duplicate_flag <> '删除'

),

first_register as (

    select min(period_end) as register_begins from register

),

named as (

    select
        *,
        {{ period_start('period') }} as period_start,
        {{ period_end('period') }} as period_end
    from {{ ref('int_enterprise_rows') }}

),

compared as (

    select
        named.*,
        register.enterprise_name as registered_name,
        register.former_names,
        register.registration_status,
        register.ended_date,
        register.uscc is not null as is_registered,
        coalesce(first_register.register_begins <= named.period_end, false) as has_register,
        {{ normalised_name('named.named') }} = {{ normalised_name('register.enterprise_name') }} as is_registered_name,
        coalesce(
            position(
                '、' || {{ normalised_name('named.named') }} || '、'
                in '、' || {{ normalised_name('register.former_names') }} || '、'
            ) > 0,
            false
        ) as is_former_name,
        {{ place_of('register', 'register') }},
        row_number() over (
            partition by named.submission_id, named.form, named.sheet, named.sheet_row
            order by register.period_end desc, register.received_at desc, register.sheet_row desc
        ) as recency
    from named
    cross join first_register
    left join register
        on named.uscc = register.uscc and named.period_end >= register.period_end

)

select * from compared
where recency = 1
