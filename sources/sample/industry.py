"""The industrial firms of the statistical directory, and what they report each month (F08)."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sources.periods import last_day
from sources.sample import titles
from sources.sample.enterprises import Enterprise
from sources.sample.titles import TitleRecord

_INDUSTRY = "B 工业"
_SUMMED = ("output_month_wan", "output_ytd_wan", "sales_ytd_wan", "revenue_ytd_wan", "profit_ytd_wan")
_SEASON = (70, 62, 88, 86, 84, 92, 80, 82, 90, 88, 86, 92)


@dataclass(frozen=True)
class Producer:
    """An industrial firm and its year. ``months`` is the output of January to December, 万元; ``growth`` in percent.

    Every other amount is a fixed share of output, so that each month's 累计 is last month's plus 本月.
    """

    firm: Enterprise
    record: TitleRecord
    months: tuple[int, ...]
    growth: int

    def reports(self, end: date) -> bool:
        """Return whether the firm is in the directory at a month's end: then it owes a report."""
        return self.record.coached_from <= end and self.record.stage(end) == "获批"

    def output(self, month: int) -> int:
        """Return the output from January to a month, 万元."""
        return sum(self.months[:month])

    def before(self, month: int) -> int:
        """Return the output of the same month of the year before, 万元."""
        return self.months[month - 1] * 100 // (100 + self.growth)

    def output_before(self, month: int) -> int:
        """Return the output of the same months of the year before, 万元."""
        return sum(self.before(number) for number in range(1, month + 1))

    def tax_paid(self, month: int) -> Decimal:
        """Return the taxes paid from January to a month, 万元: 4 % of the output."""
        return round(Decimal(self.output(month)) * 4 / 100, 2)

    def tax_paid_before(self, month: int) -> Decimal:
        """Return the taxes paid in the same months of the year before, 万元."""
        return round(Decimal(self.output_before(month)) * 4 / 100, 2)


def make_producers(rng: random.Random, records: Iterable[TitleRecord]) -> tuple[Producer, ...]:
    """Return the industrial firms that are in the directory at some time of the year, each once."""
    made = []
    for record in records:
        if record.title != titles.ABOVE_SCALE or record.enterprise.trade.profession != _INDUSTRY or not record.awarded:
            continue
        whole = sum(_SEASON)
        months = tuple(record.enterprise.revenue_wan * part * rng.randint(92, 108) // (100 * whole) for part in _SEASON)
        made.append(Producer(record.enterprise, record, months, rng.randint(-12, 22)))
    return tuple(made)


def industry_rows(producers: Sequence[Producer], period: str) -> list[dict[str, Any]]:
    """Return the report of every firm in the directory at the end of a month."""
    end = last_day(period)
    reporting = [producer for producer in producers if producer.reports(end)]
    return [_row(number, producer, end.month) for number, producer in enumerate(reporting, start=1)]


def summary_rows(firms: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the zone's summary of the firms' reports (F08a): one row, as all tell the same scope."""
    if not firms:
        return []
    sums = {name: sum((firm[name] for firm in firms), Decimal(0)) for name in _SUMMED}
    return [{"row_no": 1, "scope": firms[0]["scope"], "enterprise_count": len(firms), **sums}]


def _share(amount: int, percent: int) -> Decimal:
    return Decimal(amount * percent // 100)


def _row(number: int, producer: Producer, month: int) -> dict[str, Any]:
    firm, ytd = producer.firm, producer.output(month)
    now, then = producer.months[month - 1], producer.before(month)
    exports = 8 if number % 4 == 0 else 0
    row: dict[str, Any] = {
        "row_no": number,
        "uscc": firm.uscc,
        "enterprise_name": firm.name,
        "industry_code": firm.trade.code,
        "scope": "实管",
        "output_month_wan": Decimal(now),
        "output_ytd_wan": Decimal(ytd),
        "output_prior_month_wan": Decimal(then),
        "output_prior_ytd_wan": Decimal(producer.output_before(month)),
    }
    for name, percent in (("sales", 97), ("export", exports)):
        row |= {
            f"{name}_month_wan": _share(now, percent),
            f"{name}_ytd_wan": Decimal(sum(part * percent // 100 for part in producer.months[:month])),
            f"{name}_prior_month_wan": _share(then, percent),
            f"{name}_prior_ytd_wan": Decimal(sum(producer.before(at) * percent // 100 for at in range(1, month + 1))),
        }
    return row | _accounts(producer, month, ytd)


def _accounts(producer: Producer, month: int, ytd: int) -> dict[str, Any]:
    assets, debts = producer.firm.revenue_wan * 13 // 10, producer.firm.revenue_wan * 7 // 10
    return {
        "revenue_ytd_wan": Decimal(ytd),
        "main_revenue_ytd_wan": _share(ytd, 96),
        "cost_ytd_wan": _share(ytd, 82),
        "rd_expense_ytd_wan": _share(ytd, 3),
        "profit_ytd_wan": _share(ytd, 7) if producer.growth > -10 else -_share(ytd, 2),
        "vat_ytd_wan": _share(ytd, 3),
        "income_tax_ytd_wan": _share(ytd, 1),
        "assets_wan": Decimal(assets),
        "liabilities_wan": Decimal(debts),
        "equity_wan": Decimal(assets - debts),
        "payroll_ytd_wan": _share(ytd, 9),
        "employees": 20 + producer.firm.revenue_wan // 90,
        "value_added_ytd_wan": _share(ytd, 27),
        "tax_paid_ytd_wan": producer.tax_paid(month),
        "electricity_kwh": Decimal(ytd * 350),
        "energy_tce": Decimal(ytd * 6 // 100),
    }
