"""A year as a report sees it: the period that stands for it, predicates of what may be claimed, and what stays masked.

A superlative is a predicate (domain.md 3.6): when the warehouse cannot show it to be true, it is not written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from orchestration.reports.facts import MISSING, ZONE, Facts, plain
from orchestration.reports.paper import Figure
from sources.contract.catalog import CODES
from sources.contract.codes import load_code_list
from sources.published.errors import ReleaseError
from sources.published.figures import STATUSES

#: A place among the zones of the city up to which 全市前列 may be said.
FRONT = 3
_STEP = 10
_HISTORY = """
    select max_by(value, period) as value
    from indicator_values
    where indicator_id = $indicator and scope = $scope and substr(period, 1, 4) < $year and period not like '%Q%'
    group by substr(period, 1, 4)
"""
# Z01 and not any indicator: shares of submissions run ahead of the months that are in.
_LAST_MONTH = (
    "select max(period) as month from indicator_values where indicator_id = 'Z01' and substr(period, 1, 4) = $year"
)


@dataclass(frozen=True)
class Year:
    """A year in a release."""

    facts: Facts
    year: str

    @cached_property
    def month(self) -> str:
        """The last month of the year with key projects (Z01). Raises ``ReleaseError`` when there is none."""
        month = self.facts.rows(_LAST_MONTH, year=self.year)[0]["month"]
        if month is None:
            raise ReleaseError(
                f"版本 {self.facts.release.release_id} 中没有 {self.year} 年的指标，无法生成自查情况报告"
            )
        return str(month)

    def figure(self, indicator: str, scope: str = ZONE) -> Figure | str:
        """Return an indicator at the year's last month; a dash when the release does not have it."""
        return self.facts.figure(indicator, self.month, scope) or MISSING

    def counted(self, form: str, name: str, number: int | Decimal | str, unit: str = "") -> Figure:
        """Return a number counted from a ledger of the year."""
        return self.facts.counted(form, name, self.year, number, unit)

    def number(self, indicator: str, scope: str = ZONE) -> Decimal | None:
        """Return the value of an indicator at the year's last month."""
        row = self.facts.value(indicator, self.month, scope)
        return row["value"] if row else None

    def expected(self, indicator: str) -> str:
        """Return 预计 when an addend of an indicator is not final, else nothing."""
        row = self.facts.value(indicator, self.month)
        return STATUSES["estimated"] if row and row["status"] == "estimated" else ""

    def is_best_ever(self, indicator: str, scope: str = ZONE) -> bool:
        """Return whether the year's value is above that of every earlier year; without earlier years it is not said."""
        earlier = [row["value"] for row in self.facts.rows(_HISTORY, indicator=indicator, scope=scope, year=self.year)]
        value = self.number(indicator, scope)
        return bool(earlier) and value is not None and all(old is not None and value > old for old in earlier)

    def last(self, table: str) -> str:
        """Return the last period of the year that a table of a release has; an empty text when it has none."""
        sql = f"select max(period) as period from {table} where substr(period, 1, 4) = $year"  # table: our own names
        return str(self.facts.rows(sql, year=self.year)[0]["period"] or "")

    def at_last(self, table: str, order: str) -> list[dict[str, Any]]:
        """Return the rows of a table in its last period of the year, in an order."""
        return self.facts.rows(
            f"select * from {table} where period = $period order by {order}", period=self.last(table)
        )


def passed(value: Decimal | None, before: Decimal | None) -> str:
    """Return 突破 with the highest round number that a value has newly gone beyond; nothing when there is none."""
    if value is None or before is None:
        return ""
    beyond = (value // _STEP) * _STEP - (_STEP if value % _STEP == 0 else 0)
    return f"，突破{plain(beyond)}家" if beyond > 0 and before <= beyond < value else ""


def in_front(rank: int | None) -> bool:
    """Return whether a place in the city may be called 全市前列."""
    return rank is not None and rank <= FRONT


def masked(form: str, field: str) -> str | None:
    """Return what is printed in the place of a masked fact, None for one that may be printed."""
    rows: Iterable[Any] = load_code_list(CODES / "masked_facts.csv").rows
    return next((row["shown"] for row in rows if (row["form"], row["field"]) == (form, field)), None)


def complete(rows: Sequence[dict[str, Any]], *fields: str) -> int:
    """Return how many rows have all of some fields."""
    return sum(all(row[field] for field in fields) for row in rows)
