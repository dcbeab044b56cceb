"""How well departments report: the score of each month (domain.md 4.6), what cost points, what is open, which rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from portal.leader.trend import Trend
from portal.people.scope import Scope
from portal.site.warehouse import Warehouse
from sources.contract import load_catalog
from sources.rules import load_register

#: Months of a trend, rules of a list.
MONTHS, RULES, OWED = 12, 8, 12
#: What a department must do something about.
_WAITING = "('new', 'open', 'lapsed', 'returned', 'reopened')"

_SCORES = """
    select
        department, period, score, forms_due, forms_on_time, forms_filed, forms_accepted_at_once, late_workdays,
        returns, corrections, unexplained, notices, repeats, oldest_workdays,
        late_points, return_points, unexplained_points, notice_points, correction_points
    from fct_quality_scores
    where {condition}
    order by department, period
"""
_RULES = """
    select
        rule, any_value(form) as form, any_value(level) as level,
        count(distinct finding_id) as found, count(distinct finding_id) filter (is_open) as still_open
    from fct_findings
    where coalesce(asked_department, department) = ? and not is_trial and level <> 'notice'
    group by rule
    order by still_open desc, found desc, rule
    limit ?
"""
_OPEN = f"""
    select
        level, form, count(distinct finding_id) as count, max(age_workdays) as oldest
    from fct_findings
    where
        coalesce(asked_department, department) = ? and is_open and not is_trial and level <> 'notice'
        and (level = 'mandatory' or status in {_WAITING})
    group by all
    order by level, count desc, form
"""
_OWED = """
    select form, period, status, due_date, late_workdays
    from fct_obligations
    where department = ? and status in ('overdue', 'rejected')
    order by due_date desc, form, period
"""
#: What costs points: the columns of how often and of the points, and how it is said.
_DEDUCTIONS: Sequence[tuple[str, str, str | Promise, str | Promise]] = (
    ("late_workdays", "late_points", gettext_lazy("迟报工作日"), gettext_lazy("每日 2 分，每表至多 10 分")),
    ("returns", "return_points", gettext_lazy("因强制问题退回"), gettext_lazy("每次 3 分")),
    ("unexplained", "unexplained_points", gettext_lazy("未说明的核实问题"), gettext_lazy("每条 1 分")),
    ("notices", "notice_points", gettext_lazy("提示"), gettext_lazy("每条 0.2 分，至多 5 分")),
    ("corrections", "correction_points", gettext_lazy("更正已发布的数字"), gettext_lazy("每次 5 分")),
)


@dataclass(frozen=True)
class Deduction:
    """What cost points in a month: ``count`` times, ``points`` together; ``rule`` says how it is counted."""

    name: str
    rule: str
    count: int
    points: Decimal


@dataclass(frozen=True)
class Card:
    """A department's months until the one shown, oldest first; there is at least one. Rows as in ``_SCORES``."""

    department: str
    months: Sequence[Mapping[str, Any]]

    @property
    def row(self) -> Mapping[str, Any]:
        """The month shown."""
        return self.months[-1]

    @property
    def change(self) -> Decimal | None:
        """Points more or less than in the month before."""
        return self.row["score"] - self.months[-2]["score"] if len(self.months) > 1 else None

    @property
    def trend(self) -> Trend:
        """The scores as a small drawing."""
        return Trend([row["period"] for row in self.months], [row["score"] for row in self.months])

    @property
    def on_time(self) -> Decimal | None:
        """The share of what was due that came in time."""
        return share(self.row, "forms_on_time", "forms_due")

    @property
    def at_once(self) -> Decimal | None:
        """The share of what was filed that was accepted at the first try."""
        return share(self.row, "forms_accepted_at_once", "forms_filed")

    @property
    def deductions(self) -> list[Deduction]:
        """What cost points in the month shown, all kinds."""
        return [Deduction(str(name), str(rule), self.row[of], self.row[points])
                for of, points, name, rule in _DEDUCTIONS]  # fmt: skip


def share(row: Mapping[str, Any], part: str, whole: str) -> Decimal | None:
    """Return a share of a month, None without a whole."""
    return Decimal(row[part]) / Decimal(row[whole]) if row[whole] else None


def months(warehouse: Warehouse, scope: Scope) -> list[str]:
    """Return the months that have a score in scope, newest first."""
    condition, values = scope.condition()
    rows = warehouse.rows(
        f"select distinct period from fct_quality_scores where {condition} order by period desc", values
    )
    return [row["period"] for row in rows]


def cards(warehouse: Warehouse, scope: Scope, month: str) -> list[Card]:
    """Return the card of each department in scope that owed something in a month, the lowest score first."""
    condition, values = scope.condition()
    rows = warehouse.rows(_SCORES.format(condition=f"{condition} and period <= ?"), [*values, month])
    grouped = {name: list(same)[-MONTHS:] for name, same in groupby(rows, key=lambda row: row["department"])}
    found = [Card(name, same) for name, same in grouped.items() if same[-1]["period"] == month]
    return sorted(found, key=lambda card: (card.row["score"], card.department))


def worst_rules(warehouse: Warehouse, department: str) -> list[dict[str, Any]]:
    """Return the rules that a department meets most: ``rule``, ``about``, ``level``, ``found``, ``still_open``."""
    register = load_register(load_catalog())
    rows = warehouse.rows(_RULES, [department, RULES])
    return [{**row, "about": register.rule(row["rule"], row["form"]).about} for row in rows]


def open_points(warehouse: Warehouse, department: str) -> dict[str, list[dict[str, Any]]]:
    """Return what waits for a department: ``findings`` by level and form, ``forms`` that are overdue or sent back.

    Of the forms the newest ``OWED``; ``older`` are the others.
    """
    owed = warehouse.rows(_OWED, [department])
    return {"findings": warehouse.rows(_OPEN, [department]), "forms": owed[:OWED], "older": owed[OWED:]}
