with reported as (

    {{ latest_rows(ref('stg_finance__debts'), ['debt_no']) }}

),

identified as (

    select
        reported.*,
        project.project_id
    from reported
    {{ join_project(number='reported.project_no') }}

),

compared as (

    select
        identified.*,
        {{ plus_months('identified.period_end', 12) }} as in_a_year,
        lag(identified.balance_wan) over debt_months as previous_balance_wan,
        lag(identified.drawn_wan) over debt_months as previous_drawn_wan,
        lag(identified.maturity_date) over debt_months as previous_maturity_date
    from identified
    window debt_months as (partition by identified.debt_no order by identified.period_start)

),

debts as (

    select
        {{ key_of(['debt_no', 'period']) }} as debt_month_id,
        project_id,
        period,
        period_start,
        period_end,
        department,
        '全区' as scope,
        debt_no,
        company,
        creditor,
        debt_kind,
        contract_wan,
        drawn_wan,
        balance_wan,
        annual_rate,
        interest_start_date,
        maturity_date,
        repayment_method,
        next_principal_date,
        next_principal_wan,
        next_interest_date,
        next_interest_wan,
        guarantee,
        collateral_asset_no,
        purpose,
        project_no,
        debt_nature,
        is_extended,
        is_overdue,
        previous_maturity_date,
        coalesce(maturity_date > previous_maturity_date, false) as is_rolled_over,
        cast(
            case when maturity_date > previous_maturity_date then balance_wan else 0 end as decimal(18, 4)
        ) as rolled_over_wan,
        cast(drawn_wan - previous_drawn_wan as decimal(18, 4)) as drawn_since_wan,
        cast(previous_balance_wan + drawn_wan - previous_drawn_wan - balance_wan as decimal(18, 4)) as repaid_since_wan,
        {{ days_from('period_end', 'maturity_date') }} as days_to_maturity,
        coalesce(maturity_date <= period_end and balance_wan > 0, false) as is_matured,
        cast(
            case
                when maturity_date <= in_a_year then balance_wan
                when next_principal_date <= in_a_year then least(next_principal_wan, balance_wan)
                else 0
            end as decimal(18, 4)
        ) as due_in_12_months_wan,
        cast(balance_wan * annual_rate as decimal(18, 4)) as yearly_interest_wan,
        form,
        submission_id,
        sheet,
        sheet_row,
        row_key
    from compared

)

select * from debts
