"""Leases of the platform companies' buildings and the rent of each month (F17)."""

from __future__ import annotations

import calendar
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sources.periods import last_day
from sources.sample.enterprises import Enterprise
from sources.sample.finance.assets import Asset

#: Place of the asset among the let ones, ㎡, month of the year in which the lease ends (0: later), and what happens then.
_LEASES = (
    (0, 8000, 0, ""), (0, 6500, 0, ""), (0, 5200, 6, "续租"), (0, 3000, 0, ""),
    (1, 12000, 0, ""), (1, 7500, 0, ""), (1, 4000, 8, "腾退"),
    (2, 6000, 0, ""), (2, 2400, 0, ""), (2, 1800, 0, ""),
    (3, 9000, 0, ""), (4, 1200, 0, ""), (4, 800, 0, ""),
)  # fmt: skip
#: One lease whose rent is partly remitted, and one whose tenant pays late.
_RELIEVED, _SLOW = 3, 8


@dataclass(frozen=True)
class Lease:
    """One contract. Area in ㎡, rent in 元/㎡·月; both ends of the term included."""

    no: str
    asset_no: str
    company: str
    tenant: Enterprise
    area_m2: int
    room: str
    rent: Decimal
    start: date
    end: date
    after: str
    relieved: bool = False
    slow: bool = False

    def running(self, day: date) -> bool:
        """Return whether the contract runs on a day."""
        return self.start <= day <= self.end

    def relief(self, day: date) -> Decimal:
        """Return the rent remitted in a month, 万元: a fifth in March and April."""
        return round(self._full(day) / 5, 4) if self.relieved and day.month in (3, 4) else Decimal(0)

    def due(self, day: date) -> Decimal:
        """Return the rent due in the month that ends on a day, 万元."""
        return self._full(day) - self.relief(day)

    def arrears(self, day: date) -> Decimal:
        """Return what is owed at a month's end, 万元: a slow tenant pays one month later."""
        return self.due(day) if self.slow else Decimal(0)

    def received(self, day: date) -> Decimal:
        """Return what came in during the month that ends on a day, 万元."""
        before = Decimal(0)
        if self.slow:
            year, month = (day.year, day.month - 1) if day.month > 1 else (day.year - 1, 12)
            before = self.arrears(date(year, month, calendar.monthrange(year, month)[1]))
        return before + self.due(day) - self.arrears(day)

    def _full(self, day: date) -> Decimal:
        return round(self.area_m2 * self.rent / 10000, 4) if self.running(day) else Decimal(0)


def make_leases(rng: random.Random, year: int, mark: str, assets: Sequence[Asset], tenants: Sequence[Enterprise]) -> tuple[Lease, ...]:  # fmt: skip
    """Return the leases that run in a year; a renewed one has a new contract from the day after."""
    let = [asset for asset in assets if asset.lettable]
    firms = rng.sample(tenants, len(_LEASES))
    made: list[Lease] = []
    for number, ((place, area, month, after), firm) in enumerate(zip(_LEASES, firms, strict=True)):
        asset = let[place]
        end = date(year, month, calendar.monthrange(year, month)[1]) if month else date(year + 1, 12, 31)
        first = Lease(
            no=f"{mark}{asset.company[:2]}租〔{year - 1}〕{number + 1:02d}号",
            asset_no=asset.no,
            company=asset.company,
            tenant=firm,
            area_m2=area,
            room=f"{number % 4 + 1}层{number + 1:02d}室",
            rent=asset.rent,
            start=date(year - 1, 1 + number % 6, 1),
            end=end,
            after=after,
            relieved=number == _RELIEVED,
            slow=number == _SLOW,
        )
        made.append(first)
        if after == "续租":
            renewed = {"no": f"{mark}{asset.company[:2]}租〔{year}〕01号", "start": date(year, month + 1, 1), "end": date(year + 2, month, 28), "after": ""}  # fmt: skip
            made.append(Lease(**{**vars(first), **renewed}))
    return tuple(made)


def lease_rows(leases: Sequence[Lease], period: str) -> list[dict[str, Any]]:
    """Return every contract begun by the end of a month with the month's rent."""
    end = last_day(period)
    begun = [lease for lease in leases if lease.start <= end]
    return [_row(number, lease, end) for number, lease in enumerate(begun, start=1)]


def _row(number: int, lease: Lease, end: date) -> dict[str, Any]:
    ended = lease.end < end
    status = "履行" if not ended or lease.after == "续租" else "解除"
    return {
        "row_no": number,
        "contract_no": lease.no,
        "asset_no": lease.asset_no,
        "tenant_name": lease.tenant.name,
        "uscc": lease.tenant.uscc,
        "purpose": "生产研发" if lease.area_m2 > 3000 else "办公经营",
        "leased_m2": Decimal(lease.area_m2),
        "letting_method": "公开招租" if number % 3 else "协议",
        "appraised_rent_yuan_per_m2_month": lease.rent - 1,
        "contract_rent_yuan_per_m2_month": lease.rent,
        "start_date": lease.start,
        "end_date": lease.end,
        "rent_free_months": Decimal(0),
        "deposit_wan": round(lease.area_m2 * lease.rent / 10000, 2),
        "payment_cycle": "季付" if number % 2 else "月付",
        "escalation_rate": Decimal(0),
        "rent_due_wan": lease.due(end),
        "rent_received_wan": lease.received(end),
        "rent_arrears_wan": lease.arrears(end),
        "rent_relief_wan": lease.relief(end),
        "relief_basis": f"园财字〔{end.year}〕4号" if lease.relief(end) else None,
        "expiry_action": lease.after or None,
        "lease_status": status,
    }
