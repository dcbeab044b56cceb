"""Lights (亮灯) by the rule sets of domain.md 4.3, of which ``sources/codes/light_rules.csv`` says the one in use.

A rule names when a measure is green and when it is red; whatever lies between is yellow, so that every value has one
colour. Measures: ``gap`` (completion minus schedule, a fraction: −0.10 is 10 百分点), ``ratio`` (completion over
schedule), ``months`` (how many in a row).
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from sources.contract.catalog import CODES
from sources.contract.codes import load_code_list
from sources.contract.errors import ContractError

GREEN, YELLOW, RED = "绿", "黄", "红"
_WORST = (GREEN, YELLOW, RED)
_BOUND = re.compile(r"^(>=|<=|>|<)(-?\d+(?:\.\d+)?)$")
_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    ">=": operator.ge, "<=": operator.le, ">": operator.gt, "<": operator.lt
}  # fmt: skip


@dataclass(frozen=True)
class LightRule:
    """When one aspect of a project or a unit is green or red."""

    rule_set: str
    aspect: str
    measure: str
    name: str
    green: str
    red: str

    def light(self, value: Decimal | int) -> str:
        """Return the colour of a value: 绿, 红, and 黄 for what is neither."""
        if _holds(self.green, value):
            return GREEN
        return RED if _holds(self.red, value) else YELLOW


def rules_in_use(codes: Path = CODES) -> dict[str, LightRule]:
    """Return the rules in use by aspect. Raises ``ContractError`` for a bound that is none, or two sets at once."""
    path = codes / "light_rules.csv"
    chosen = [row for row in load_code_list(path).rows if row["in_use"] == "true"]
    if len({row["rule_set"] for row in chosen}) != 1:
        raise ContractError(path, "in_use", "应当只启用一套亮灯规则")
    return {row["aspect"]: _rule(path, row) for row in chosen}


def rules_of(rule_set: str, codes: Path = CODES) -> dict[str, LightRule]:
    """Return the rules of a set by aspect, in use or not."""
    path = codes / "light_rules.csv"
    return {row["aspect"]: _rule(path, row) for row in load_code_list(path).rows if row["rule_set"] == rule_set}


def progress_light(rule: LightRule, completion: Decimal | None, schedule: Decimal | None) -> str | None:
    """Return the light of progress; None without a plan to compare with. Both are fractions of the year's plan."""
    if completion is None or not schedule:
        return None
    return rule.light(completion - schedule if rule.measure == "gap" else completion / schedule)


def indicator_gap(row: Mapping[str, Any]) -> Decimal | None:
    """Return how far an indicator is ahead of its schedule, a fraction of the target; None without a target.

    ``row`` has ``value``, ``target``, ``schedule_gap``, ``direction`` and ``unit``. Where less is better it is target over
    value that counts (domain.md 4.1), and a gap in 百分点 whose target is zero is its own.
    """
    value, target = row["value"], row["target"]
    if value is None or target is None or row["direction"] not in ("正", "逆"):
        return None
    if target == 0:
        own: Decimal | None = value if row["unit"] == "百分点" and row["direction"] == "正" else None
        return own
    if row["direction"] == "逆":
        return target / value - 1 if value else Decimal(0)
    gap: Decimal | None = row["schedule_gap"]
    return gap


def indicator_light(rule: LightRule, row: Mapping[str, Any]) -> str | None:
    """Return the light of an indicator by the rule of progress; None where there is nothing to compare with."""
    gap = indicator_gap(row)
    if gap is None or rule.measure == "gap":
        return None if gap is None else rule.light(gap)
    due = row["due_rate"] if row["direction"] == "正" else Decimal(1)
    return rule.light((gap + due) / due) if due and row["target"] else None


def start_light(rule: LightRule, planned: date | None, is_started: bool | None, at: date) -> str | None:
    """Return the light of a start: months are counted from the month in which the project should have begun."""
    if planned is None:
        return None
    late = (at.year - planned.year) * 12 + at.month - planned.month + 1
    return rule.light(0 if is_started else max(0, late))


def statistics_light(rule: LightRule, started: date | None, is_in: bool | None, at: date) -> str | None:
    """Return the light of entering statistics: full months since the start of work; None before it."""
    if started is None:
        return None
    months = (at.year - started.year) * 12 + at.month - started.month - (at.day < started.day)
    return rule.light(0 if is_in else max(0, months))


def project_lights(rules: Mapping[str, LightRule], row: Mapping[str, Any]) -> dict[str, str | None]:
    """Return the lights of one row of ``fct_project_months`` by aspect, of the aspects that the set in use judges."""
    at = row["period_end"]
    lights = {"progress": progress_light(rules["progress"], row["completion_rate"], row["schedule_rate"])}
    if "start" in rules:
        lights["start"] = start_light(rules["start"], row["planned_start_date"], row["is_started"], at)
    if "statistics" in rules:
        started = row["actual_start_date"] if row["is_started"] else None
        lights["statistics"] = statistics_light(rules["statistics"], started, row["is_in_statistics"], at)
    return lights


def worst(lights: Iterable[str | None]) -> str | None:
    """Return the worst of some lights; None when there is none."""
    known = [light for light in lights if light]
    return max(known, key=_WORST.index) if known else None


def _rule(path: Path, row: Mapping[str, str]) -> LightRule:
    for key in ("green", "red"):
        if not _BOUND.match(row[key]):
            raise ContractError(path, row["light_rule"], f"{key} “{row[key]}”应形如 >-0.10 或 <=3")
    return LightRule(row["rule_set"], row["aspect"], row["measure"], row["name"], row["green"], row["red"])


def _holds(bound: str, value: Decimal | int) -> bool:
    found = _BOUND.match(bound)
    assert found, bound
    return _COMPARE[found[1]](value, Decimal(found[2]))
