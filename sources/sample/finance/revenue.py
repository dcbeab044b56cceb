"""Budget revenue by caliber with its taxes (F11), and the key taxpayers (F11b)."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sources.periods import last_day
from sources.sample.industry import Producer

#: Field → per mille of the tax revenue; the rest is 其他税收.
_TAXES = {
    "vat_ytd_wan": 412,
    "corporate_income_tax_ytd_wan": 186,
    "personal_income_tax_ytd_wan": 58,
    "urban_maintenance_tax_ytd_wan": 71,
    "property_tax_ytd_wan": 49,
    "stamp_tax_ytd_wan": 23,
    "land_use_tax_ytd_wan": 44,
    "land_appreciation_tax_ytd_wan": 62,
    "deed_tax_ytd_wan": 55,
    "farmland_tax_ytd_wan": 12,
    "resource_tax_ytd_wan": 3,
    "environment_tax_ytd_wan": 6,
}
KEY_TAXPAYERS = 15
_SEASON = (118, 62, 74, 96, 88, 83, 104, 71, 69, 92, 66, 77)


@dataclass(frozen=True)
class Revenue:
    """A year's revenue of one caliber: taxes and other revenue per month and the year's budget, 万元; growth per mille."""

    caliber: str
    taxes: tuple[int, ...]
    others: tuple[int, ...]
    budget: int
    growth: int

    def ytd(self, month: int) -> int:
        """Return the revenue from January to a month."""
        return sum(self.taxes[:month]) + sum(self.others[:month])

    def prior(self, month: int) -> int:
        """Return the revenue of the same months of the year before."""
        return sum(self.prior_month(number) for number in range(1, month + 1))

    def prior_month(self, month: int) -> int:
        """Return the revenue of the same month of the year before."""
        return (self.taxes[month - 1] + self.others[month - 1]) * 1000 // (1000 + self.growth + month * 2)


def make_revenues(rng: random.Random) -> tuple[Revenue, ...]:
    """Return the year's revenue: what all levels take, and what the zone's level keeps of it."""
    taxes = tuple(part * rng.randint(95, 105) * 2 for part in _SEASON)
    others = tuple(part * rng.randint(90, 110) // 4 for part in _SEASON)
    return (
        _revenue("全口径", taxes, others, 92),
        _revenue("地方级", tuple(tax * 52 // 100 for tax in taxes), others, 81),
    )


def _revenue(caliber: str, taxes: tuple[int, ...], others: tuple[int, ...], growth: int) -> Revenue:
    return Revenue(caliber, taxes, others, (sum(taxes) + sum(others)) * 98 // 100, growth)


def revenue_rows(revenues: Sequence[Revenue], period: str) -> list[dict[str, Any]]:
    """Return one row per caliber; the taxes of a row add up to its tax revenue."""
    return [_row(number, revenue, last_day(period).month) for number, revenue in enumerate(revenues, start=1)]


def _row(number: int, revenue: Revenue, month: int) -> dict[str, Any]:
    tax, whole, before = sum(revenue.taxes[:month]), revenue.ytd(month), revenue.prior(month)
    parts = {name: Decimal(tax * share // 1000) for name, share in _TAXES.items()}
    return {
        "row_no": number,
        "caliber": revenue.caliber,
        "scope": "税收归属",
        "budget_revenue_month_wan": Decimal(whole - revenue.ytd(month - 1)),
        "budget_revenue_ytd_wan": Decimal(whole),
        "tax_revenue_ytd_wan": Decimal(tax),
        "nontax_revenue_ytd_wan": Decimal(whole - tax),
        **parts,
        "other_tax_ytd_wan": tax - sum(parts.values()),
        "budget_wan": Decimal(revenue.budget),
        "budget_basis": "年初预算",
        "budget_rate": round(Decimal(whole) / revenue.budget, 4),
        "prior_month_wan": Decimal(revenue.prior_month(month)),
        "prior_ytd_wan": Decimal(before),
        "growth_wan": Decimal(whole - before),
        "growth_rate": round(Decimal(whole) / before - 1, 4),
        "growth_basis": "自然口径",
        "tax_share_rate": round(Decimal(tax) / whole, 4),
    }


def taxpayer_rows(producers: Sequence[Producer], period: str) -> list[dict[str, Any]]:
    """Return the largest taxpayers among the reporting firms, the largest first; their tax is what F08 says they paid."""
    end = last_day(period)
    reporting = [producer for producer in producers if producer.reports(end)]
    largest = sorted(reporting, key=lambda producer: (-producer.firm.revenue_wan, producer.firm.uscc))[:KEY_TAXPAYERS]
    return [
        {
            "row_no": number,
            "enterprise_name": producer.firm.name,
            "uscc": producer.firm.uscc,
            "scope": "税收归属",
            "tax_attribution": "本园区",
            "registered_place": producer.firm.domicile,
            "tax_paid_ytd_wan": producer.tax_paid(end.month),
            "tax_paid_prior_ytd_wan": producer.tax_paid_before(end.month),
            "vat_ytd_wan": round(producer.tax_paid(end.month) * Decimal("0.58"), 2),
            "corporate_income_tax_ytd_wan": round(producer.tax_paid(end.month) * Decimal("0.27"), 2),
        }
        for number, producer in enumerate(largest, start=1)
    ]
