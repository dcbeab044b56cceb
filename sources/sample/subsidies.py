"""Applications for subsidies to technical upgrading (F10), from the application to the payment."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sources.periods import last_day
from sources.sample.enterprises import Enterprise
from sources.sample.names import REGION

APPLICATIONS = 14
_RATE, _CAP = Decimal("0.1"), 300
_STEPS = (("accepted", 8), ("first_review", 25), ("second_review", 40), ("published", 55), ("paid", 75))
_RESULTS = {"accepted": "acceptance_result", "first_review": "first_review_result", "second_review": "second_review_result", "published": "publication_result", "paid": "payment_result"}  # fmt: skip
_STATES = {"accepted": "受理", "first_review": "审核", "second_review": "审核", "published": "公示", "paid": "已拨付"}
#: One application is refused at its first review.
_REFUSED = 5
#: Policies that ask for equipment have a window since then; before, firms got back part of what they added in revenue.
_EQUIPMENT_SINCE = 2025


@dataclass(frozen=True)
class Application:
    """One application. Money in 万元; ``base`` is the audited equipment, or the added revenue of the level."""

    no: str
    firm: Enterprise
    project: str
    code: str
    applied: date
    equipment: int
    base: int
    refused: bool

    @property
    def amount(self) -> Decimal:
        """The amount applied for: a tenth of the base, at most the cap."""
        return min(self.base * _RATE, Decimal(_CAP))

    def day(self, step: str) -> date:
        """Return the day of a step."""
        return self.applied + timedelta(days=dict(_STEPS)[step])


def make_applications(rng: random.Random, year: int, mark: str, serial: int, firms: Sequence[Enterprise]) -> tuple[Application, ...]:  # fmt: skip
    """Return a year's applications, one firm each, in the order of their days; ``serial`` begins their project codes."""
    makers = [firm for firm in firms if firm.trade.profession == "B 工业" and firm.established.year < year - 1]
    return tuple(
        Application(
            no=f"{mark}JG{year}-{number + 1:02d}",
            firm=firm,
            project=f"{firm.name.removeprefix('济南').removesuffix('有限公司')}{firm.trade.product}生产线技术改造项目",
            code=f"{year - 1}-{REGION}-26-02-{serial + 500 + number:06d}",
            applied=date(year, 2, 8) + timedelta(days=number * 18),
            equipment=(equipment := rng.randint(300, 4200)),
            base=equipment * 9 // 10,
            refused=number == _REFUSED,
        )
        for number, firm in enumerate(rng.sample(makers, APPLICATIONS))
    )


def subsidy_rows(applications: Sequence[Application], period: str) -> list[dict[str, Any]]:
    """Return every application made from January to the end of the month."""
    end = last_day(period)
    made = [application for application in applications if application.applied <= end]
    return [_row(number, application, end) for number, application in enumerate(made, start=1)]


def _row(number: int, application: Application, end: date) -> dict[str, Any]:
    year, equipment = end.year, application.equipment
    row: dict[str, Any] = {
        "row_no": number,
        "application_no": application.no,
        "batch": f"{year}年第{'一' if application.applied.month < 7 else '二'}批",
        "enterprise_name": application.firm.name,
        "uscc": application.firm.uscc,
        "project_name": application.project,
        "project_code": application.code,
        "filed_date": date(year - 1, 3, 10 + number),
        "filed_investment_wan": Decimal(equipment * 13 // 10),
        "started_date": date(year - 1, 4, 1),
        "ended_date": application.applied - timedelta(days=20),
        "is_in_statistics": True,
        "statistics_project_name": application.project,
        "statistics_investment_wan": Decimal(equipment * 12 // 10),
        "equipment_declared_wan": Decimal(equipment),
        "equipment_invoiced_wan": Decimal(equipment * 95 // 100),
        "invoice_from_date": date(year - 1, 4, 10),
        "invoice_to_date": application.applied - timedelta(days=25),
        "invoice_count": 12 + number * 3,
        "subsidy_rate": _RATE,
        "cap_wan": Decimal(_CAP),
        "amount_applied_wan": application.amount,
        "is_credit_clean": True,
        "is_free_of_duplicates": True,
    }
    return row | _policy(application, year) | _progress(application, end)


def _policy(application: Application, year: int) -> dict[str, Any]:
    if year >= _EQUIPMENT_SINCE:
        audited = {"equipment_audited_wan": Decimal(application.base)}
        return {"subsidy_mode": "设备投资比例", "clause": "设备投资奖补", **audited}
    base = application.firm.revenue_wan // 40
    return {
        "subsidy_mode": "新增财力返还",
        "clause": "新增财力返还",
        "base_finance_wan": Decimal(base),
        "current_finance_wan": Decimal(base + application.base),
        "added_finance_wan": Decimal(application.base),
    }


def _progress(application: Application, end: date) -> dict[str, Any]:
    row: dict[str, Any] = {"application_status": "填报"}
    for step, _ in _STEPS:
        if application.day(step) > end:
            break
        passed = not (application.refused and step == "first_review")
        row |= {f"{step}_date": application.day(step), _RESULTS[step]: "通过" if passed else "不通过"}
        row["application_status"] = _STATES[step] if passed else "不予支持"
        if not passed:
            break
        if step == "second_review":
            row["amount_approved_wan"] = application.amount
        if step == "paid":
            row["amount_paid_wan"] = application.amount
    return row
