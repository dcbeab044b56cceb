"""Titles that firms hold, lost and apply for, by dates; and the rows of the cultivation ledger (F07) at any month.

A record knows only its dates; the stage that a ledger shows follows from them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sources.periods import last_day
from sources.sample.enterprises import Enterprise

ABOVE_SCALE, HIGHTECH, GAZELLE = "升规(规上)", "国家高企", "省级瞪羚"
PROVINCE, CITY, GIANT, SME = "省级专精特新", "市级专精特新", "国家小巨人", "科技型中小"
NEW, RENEWED, GROWN, FOUNDED, MOVED_IN = "新认定", "重新认定(复核)", "规下转规上", "新建投产", "迁入"
LEVELS = {ABOVE_SCALE: "市", HIGHTECH: "国家", GAZELLE: "省", PROVINCE: "省", CITY: "市", GIANT: "国家", SME: "国家"}

#: Months between application and award → what the ledger shows (the last one stays until the award).
_STAGES = ("已申报", "市推荐", "评审", "公示")
_DOCUMENTS = {
    ABOVE_SCALE: "统名录",
    HIGHTECH: "国科火字",
    GAZELLE: "鲁工信创",
    PROVINCE: "鲁工信发",
    CITY: "济工信发",
    GIANT: "工信部企业函",
    SME: "国科评价",
}


@dataclass(frozen=True)
class TitleRecord:
    """One firm, one title, one round. ``coached_from`` is when it entered the ledger; ``lost_on`` an exit (规上)."""

    enterprise: Enterprise
    title: str
    application_type: str
    batch: str
    coached_from: date
    applied: date | None = None
    awarded: date | None = None
    years: int | None = 3
    lost_on: date | None = None
    number: int = 0

    @property
    def valid_to(self) -> date | None:
        """The last day of validity, None before the award and for titles without a term."""
        if self.awarded is None or self.years is None:
            return None
        return self.awarded.replace(year=self.awarded.year + self.years, day=min(self.awarded.day, 28))

    def stage(self, day: date) -> str:
        """Return the stage that a ledger shows on a day."""
        if self.lost_on and self.lost_on <= day:
            return "取消"
        if self.awarded and self.awarded <= day:
            return "到期" if self.valid_to and self.valid_to < day else "获批"
        if self.applied and self.applied <= day:
            months = (day.year - self.applied.year) * 12 + day.month - self.applied.month
            return _STAGES[min(months, len(_STAGES) - 1)]
        months = (day.year - self.coached_from.year) * 12 + day.month - self.coached_from.month
        return ("入库培育", "辅导", "拟申报")[min(months, 2)]


def title_rows(records: Iterable[TitleRecord], period: str) -> list[dict[str, Any]]:
    """Return the ledger at the end of a month: every record that entered it by then, once."""
    end = last_day(period)
    shown = [record for record in records if record.coached_from <= end]
    return [_row(number, record, end) for number, record in enumerate(shown, start=1)]


def _row(number: int, record: TitleRecord, end: date) -> dict[str, Any]:
    stage = record.stage(end)
    applied = record.applied if record.applied and record.applied <= end else None
    row: dict[str, Any] = {
        "row_no": number,
        "enterprise_name": record.enterprise.name,
        "uscc": record.enterprise.uscc,
        "title_name": record.title,
        "title_level": LEVELS[record.title],
        "stage": stage,
        "application_type": record.application_type,
        "batch": record.batch,
        "application_date": applied,
        "coach_name": record.enterprise.steward,
    }
    if record.awarded and record.awarded <= end:
        row |= _award(record)
    if stage == "取消":
        row["exit_reason"] = "规模不足"
    if record.title == ABOVE_SCALE:
        row |= _statistics(record, end)
    elif record.title == HIGHTECH and applied:
        row |= _research(record)
    if applied is None and not record.awarded:
        row |= {"gap_text": "近12期营业收入尚未达标", "next_step_text": "每月跟踪营收，达标后组织申报"}
    return row


def _award(record: TitleRecord) -> dict[str, Any]:
    assert record.awarded is not None
    no = f"{_DOCUMENTS[record.title]}〔{record.awarded.year}〕{record.awarded.month * 7 + 3}号"
    found: dict[str, Any] = {"award_date": record.awarded, "document_no": no}
    if record.valid_to:
        found |= {"valid_from_date": record.awarded, "valid_to_date": record.valid_to}
    if record.title == HIGHTECH:
        found["certificate_no"] = f"GR{record.awarded.year}370{record.number:05d}"
    return found


def _statistics(record: TitleRecord, end: date) -> dict[str, Any]:
    revenue = record.enterprise.revenue_wan
    return {
        "statistics_profession": record.enterprise.trade.profession,
        "revenue_prior_wan": Decimal(revenue),
        "revenue_ytd_wan": Decimal(revenue * end.month // 12),
        "revenue_12_months_wan": Decimal(revenue + revenue // 20),
    }


def _research(record: TitleRecord) -> dict[str, Any]:
    revenue = record.enterprise.revenue_wan
    expense = Decimal(revenue * 6 // 100)
    return {
        "revenue_prior_wan": Decimal(revenue),
        "revenue_growth_rate": Decimal(50 + record.number % 150) / 1000,
        "rd_expense_wan": expense,
        "rd_share_rate": round(expense / revenue, 4),
        "tech_staff_rate": Decimal(120 + record.number % 200) / 1000,
        "hightech_income_rate": Decimal(620 + record.number % 300) / 1000,
        "ip_count": 6 + record.number % 17,
    }
