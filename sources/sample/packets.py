"""The workbooks that departments send each month besides the five ledgers of their own: several forms in one file."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sources.contract import Catalog, Form
from sources.sample.delivery import Delivery, Sheet
from sources.sample.layouts import layout_of
from sources.sample.ledgers import Ledgers, period_of
from sources.sample.schedule import arrival


@dataclass(frozen=True)
class Packet:
    """One file of a department: what people call it and the forms on its sheets; halves: sent after the first half."""

    department: str
    title: str
    forms: tuple[str, ...]
    first_half: bool = False


PACKETS = (
    Packet("projects", "项目与工业月报", ("project_milestones", "project_performance", "industrial_months", "industrial_summary", "upgrade_subsidies")),
    Packet("enterprises", "企业服务台账", ("appeals", "service_centers", "service_events")),
    Packet("investment", "在谈项目调度表", ("talks",), first_half=True),
    Packet("investment", "招商月报", ("talks", "signings", "outreach", "carriers", "carrier_tenants")),
    Packet("finance", "财税月报", ("fiscal_revenue", "key_taxpayers")),
    Packet("finance", "平台公司月报", ("platform_assets", "leases", "debts", "company_operations")),
    Packet("office", "督查考核台账", ("supervision_letters", "assessment_points", "policy_documents")),
    Packet("party", "党建台账", ("party_activities", "party_organizations", "enterprise_party_building", "party_alliances")),
    Packet("planning", "规划建设台账", ("infrastructure_works", "plans")),
)  # fmt: skip
YEARLY = Packet("office", "年度考核材料", ("reform_evidence", "superior_assessments", "assessment_ballots"))
#: Forms that a department sends even when there was nothing: it says so.
_SAYS_NOTHING = ("assessment_points", "outreach")


def monthly_deliveries(
    catalog: Catalog, kept: Ledgers, rng: random.Random, month: str, variant: int | None, file: str
) -> Iterator[Delivery]:
    """Yield the files about a month. ``variant`` picks each department's layout, None its neat one; ``file`` holds {title}."""
    for packet in PACKETS:
        sheets = tuple(_sheets(catalog, kept, packet, month, variant))
        if sheets:
            title = f"{packet.title}上半月" if packet.first_half else packet.title
            received = _arrival(rng, [catalog.form(sheet.form) for sheet in sheets], sheets)
            yield Delivery(packet.department, file.format(title=title), received, sheets)


def yearly_delivery(catalog: Catalog, kept: Ledgers, rng: random.Random, year: str, file: str) -> Delivery:
    """Return what the office sends about a year after its end."""
    sheets = tuple(_sheet(catalog, kept, form, year, None) for form in YEARLY.forms)
    received = arrival(rng, catalog.form(YEARLY.forms[0]), year)
    return Delivery(YEARLY.department, file.format(title=YEARLY.title), received, sheets)


def _arrival(rng: random.Random, forms: Sequence[Form], sheets: Sequence[Sheet]) -> datetime:
    """A file with several forms arrives for the one that is due first."""
    return min(arrival(rng, form, sheet.period) for form, sheet in zip(forms, sheets, strict=True))


def _sheets(catalog: Catalog, kept: Ledgers, packet: Packet, month: str, variant: int | None) -> Iterator[Sheet]:
    for name in packet.forms:
        form = catalog.form(name)
        period = f"{month}-H1" if packet.first_half else period_of(form.period, month)
        if period is None:
            continue
        sheet = _sheet(catalog, kept, name, period, variant)
        if sheet.rows or name in _SAYS_NOTHING:
            yield sheet


def _sheet(catalog: Catalog, kept: Ledgers, name: str, period: str, variant: int | None) -> Sheet:
    form, rows = catalog.form(name), tuple(kept.rows(name, period))
    return Sheet(name, period, rows, layout_of(form, variant).style(form, rows))
