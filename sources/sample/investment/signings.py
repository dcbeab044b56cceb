"""The rows of the agreements of a year and what became of them (F03)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sources.periods import first_day, last_day
from sources.sample.investment.deals import Deal


def signing_rows(deals: Sequence[Deal], earlier: Sequence[Deal], period: str) -> list[dict[str, Any]]:
    """Return the agreements of earlier years that are still paid in, and every one signed from January to the month's end."""
    end = last_day(period)
    signed = [deal for deal in deals if deal.signed and date(end.year, 1, 1) <= deal.signed <= end]
    listed = sorted([*earlier, *signed], key=lambda deal: (deal.signed or end, deal.no))
    return [_row(number, deal, period) for number, deal in enumerate(listed, start=1)]


def paid_in(deal: Deal, day: date) -> int:
    """Return what had been paid in by a day, 万元: a share of the agreement per month after it, nothing for frameworks."""
    if deal.signed is None or day < deal.signed or deal.agreement != "投资协议":
        return 0
    months = (day.year - deal.signed.year) * 12 + day.month - deal.signed.month
    return deal.total_wan * min(months * 4, 60) // 100


def _paid_so_far(deal: Deal, end: date) -> int:
    """Return what was paid in from January to a day."""
    return paid_in(deal, end) - paid_in(deal, date(end.year - 1, 12, 31))


def _row(number: int, deal: Deal, period: str) -> dict[str, Any]:
    assert deal.signed is not None
    start, end = first_day(period), last_day(period)
    a_year_ago = last_day(f"{end.year - 1}{period[4:]}")
    invested = deal.agreement == "投资协议"
    total, before = paid_in(deal, end), paid_in(deal, start - timedelta(days=1))
    row: dict[str, Any] = {
        "row_no": number,
        "project_no": deal.no,
        "project_name": deal.name,
        "investor_name": deal.investor,
        "agreement_type": deal.agreement,
        "signed_date": deal.signed,
        "is_new": deal.signed >= start,
        "agreed_investment_wan": Decimal(deal.total_wan),
        "agreed_fixed_investment_wan": Decimal(deal.fixed_wan),
        "investment_form": "增资" if deal.uscc else "新设",
        "carrier_use": deal.carrier_use,
        "funds_month_wan": Decimal(total - before),
        "funds_ytd_wan": Decimal(_paid_so_far(deal, end)),
        "funds_prior_ytd_wan": Decimal(_paid_so_far(deal, a_year_ago)),
        "funds_total_wan": Decimal(total),
        "foreign_capital_usd_wan": Decimal(total // 7) if deal.foreign else None,
        "assessment_kind": "考核项目" if invested else "非考核项目",
        "evidence": f"{deal.agreement}（{deal.signed.year}）招字第{number:02d}号",
    }
    return row | _landed(deal, end)


def _landed(deal: Deal, end: date) -> dict[str, Any]:
    """Return company, approval and start of a deal that became a key project."""
    project = deal.project
    if project is None:
        return {}
    row: dict[str, Any] = {
        "approval_kind": "备案",
        "enterprise_name": project.owner.name,
        "uscc": project.owner.uscc,
        "registered_date": project.owner.established,
    }
    if project.started(end):
        row |= {"start_kind": "已开工(建安类)", "started_date": project.actual_start}
    return row
