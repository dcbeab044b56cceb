"""The platform companies' debts (F18) and their operations (F18b), which follow from assets, leases and debts."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sources.periods import last_day
from sources.sample.finance.assets import COMPANIES, Asset
from sources.sample.finance.leases import Lease

#: Company, lender, kind, contract and drawn before the year (万元), rate (%), years from the start of the year before to
#: the maturity, repaid each half-year, drawn in September of the year, guarantee, place of the collateral, purpose, nature.
_DEBTS: tuple[tuple[Any, ...], ...] = (
    (0, "齐鲁示范银行", "银行贷款", 5000, 4000, "4.65", 5, 250, 600, "抵押", 0, "标准厂房建设", "经营性"),
    (0, "示范农商行", "银行贷款", 6000, 6000, "4.90", 4, 300, 0, "抵押", 3, "土地开发", "经营性"),
    (0, "省财政厅", "专项债转贷", 12000, 12000, "3.42", 10, 0, 0, "信用", None, "基础设施配套", "政府债"),
    (1, "山东示范信托", "非标", 9000, 9000, "6.80", 3, 0, 0, "抵押", 6, "科创大厦购置", "经营性"),
    (1, "全国示范债券市场", "债券", 20000, 20000, "4.20", 5, 0, 0, "保证", None, "偿还到期债务", "经营性"),
    (1, "北城控股有限公司", "股东借款", 3000, 2000, "4.00", 2, 0, 500, "信用", None, "补充流动资金", "经营性"),
)  # fmt: skip
_REPAID_IN, _DRAWN_IN = (6, 12), 9


@dataclass(frozen=True)
class Debt:
    """One debt. Money in 万元; ``rate`` a fraction; repaid on the 20th of June and December, from this year on."""

    no: str
    company: str
    creditor: str
    kind: str
    contract: int
    drawn_before: int
    rate: Decimal
    start: date
    maturity: date
    repaid_each: int
    drawn_in_year: int
    guarantee: str
    collateral: str | None
    purpose: str
    nature: str
    year: int

    def drawn(self, day: date) -> int:
        """Return what has been drawn by a month's end."""
        return self.drawn_before + (self.drawn_in_year if day >= date(self.year, _DRAWN_IN, 25) else 0)

    def repaid(self, day: date) -> int:
        """Return what has been repaid by a month's end."""
        return self.repaid_each * sum(day >= date(self.year, month, 20) for month in _REPAID_IN)

    def balance(self, day: date) -> int:
        """Return what is owed at a month's end."""
        return self.drawn(day) - self.repaid(day)

    def interest(self, day: date) -> Decimal:
        """Return the interest paid in a month: a quarter's on the balance, in the last month of each quarter."""
        return round(self.balance(day) * self.rate / 4, 4) if day.month % 3 == 0 else Decimal(0)


def make_debts(year: int, mark: str, assets: Sequence[Asset]) -> tuple[Debt, ...]:
    """Return the debts of a year."""
    return tuple(
        Debt(
            no=f"{mark}ZW{year}-{number:02d}",
            company=COMPANIES[place],
            creditor=creditor,
            kind=kind,
            contract=contract,
            drawn_before=drawn,
            rate=Decimal(rate) / 100,
            start=date(year - 1, 1 + number, 20),
            maturity=date(year - 1 + years, 1 + number, 20),
            repaid_each=repaid,
            drawn_in_year=more,
            guarantee=guarantee,
            collateral=None if collateral is None else assets[collateral].no,
            purpose=purpose,
            nature=nature,
            year=year,
        )
        for number, (place, creditor, kind, contract, drawn, rate, years, repaid, more, guarantee, collateral, purpose, nature)
        in enumerate(_DEBTS, start=1)
    )  # fmt: skip


def debt_rows(debts: Sequence[Debt], period: str) -> list[dict[str, Any]]:
    """Return every debt at the end of a month."""
    return [_row(number, debt, last_day(period)) for number, debt in enumerate(debts, start=1)]


def _row(number: int, debt: Debt, end: date) -> dict[str, Any]:
    quarter = (end.month // 3 + 1) * 3
    interest = date(end.year + (quarter > 12), (quarter - 1) % 12 + 1, 20)
    half = (
        date(end.year, 6, 20)
        if end.month < 6
        else date(end.year, 12, 20)
        if end.month < 12
        else date(end.year + 1, 6, 20)
    )
    principal = min(half, debt.maturity) if debt.repaid_each else debt.maturity
    return {
        "row_no": number,
        "debt_no": debt.no,
        "company": debt.company,
        "creditor": debt.creditor,
        "debt_kind": debt.kind,
        "contract_wan": Decimal(debt.contract),
        "drawn_wan": Decimal(debt.drawn(end)),
        "balance_wan": Decimal(debt.balance(end)),
        "annual_rate": debt.rate,
        "interest_start_date": debt.start,
        "maturity_date": debt.maturity,
        "repayment_method": "分期" if debt.repaid_each else "到期一次",
        "next_principal_date": principal,
        "next_principal_wan": Decimal(debt.repaid_each or debt.balance(end)),
        "next_interest_date": min(interest, debt.maturity),
        "next_interest_wan": round(debt.balance(end) * debt.rate / 4, 4),
        "guarantee": debt.guarantee,
        "collateral_asset_no": debt.collateral,
        "purpose": debt.purpose,
        "project_no": None,
        "debt_nature": debt.nature,
        "is_extended": False,
        "is_overdue": False,
    }


def operation_rows(
    assets: Sequence[Asset], leases: Sequence[Lease], debts: Sequence[Debt], period: str
) -> list[dict[str, Any]]:
    """Return the companies' month: rent is what the leases bring, debt service what the debts cost."""
    end = last_day(period)
    ends = [date(end.year, month, calendar.monthrange(end.year, month)[1]) for month in range(1, end.month + 1)]
    rows = []
    for number, company in enumerate(COMPANIES, start=1):
        owed = [debt for debt in debts if debt.company == company]
        rent = sum((lease.due(day) for lease in leases if lease.company == company for day in ends), Decimal(0))
        development, works, services = (end.month * base * number for base in (60, 85, 22))
        revenue = rent + development + works + services + 5 * end.month
        interest = sum((debt.interest(day) for debt in owed for day in ends), Decimal(0))
        repaid = sum(debt.repaid(end) for debt in owed)
        held = sum(asset.value_wan - asset.depreciation(end) for asset in assets if asset.company == company)
        balance = sum(debt.balance(end) for debt in owed)
        costs = round(revenue * Decimal("0.83"), 4) + interest / 4
        rows.append(
            {
                "row_no": number,
                "company": company,
                "revenue_ytd_wan": revenue,
                "rent_revenue_ytd_wan": rent,
                "development_revenue_ytd_wan": Decimal(development),
                "works_revenue_ytd_wan": Decimal(works),
                "services_revenue_ytd_wan": Decimal(services),
                "costs_ytd_wan": round(costs, 4),
                "profit_ytd_wan": revenue - round(costs, 4),
                "assets_wan": Decimal(held + 9000 + 120 * end.month),
                "liabilities_wan": Decimal(balance + 2600 + 40 * end.month),
                "cash_wan": Decimal(3000 + 120 * end.month),
                "financing_received_ytd_wan": Decimal(sum(debt.drawn(end) - debt.drawn_before for debt in owed)),
                "debt_service_ytd_wan": repaid + interest,
                "investment_ytd_wan": Decimal(end.month * 310 * (3 - number)),
                "staff_count": 46 - 8 * number + end.month // 5,
            }
        )  # fmt: skip
    return rows
