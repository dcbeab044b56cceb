"""How departments stand: progress of their key projects and their submissions, ranked, with the change since last time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from orchestration.reports.facts import Facts, percent, yi
from orchestration.reports.paper import Cell, Table
from orchestration.reports.ranking import change, ranks
from sources.periods import previous
from sources.published.lights import LightRule, rules_in_use

#: A project counts for the department named first: one project, one owner.
_PROGRESS = """
    select
        split_part(responsible_departments, '、', 1) as department_name,
        count(*) as project_count,
        sum(investment_ytd_wan) as done_wan,
        sum(planned_investment_year_wan) as planned_wan,
        max(schedule_rate) as schedule_rate
    from fct_project_months
    where period = $period and is_listed and responsible_departments is not null
    group by all
    order by department_name
"""
#: What is due for a month: the month itself and its halves.
_FILINGS = """
    select
        department,
        count(*) as due_count,
        count(*) filter (is_filed) as filed_count,
        count(*) filter (is_on_time) as on_time_count,
        count(*) filter (is_accepted) as accepted_count,
        count(*) filter (is_accepted_at_once) as at_once_count
    from fct_obligations
    where (period = $period or starts_with(period, $period || '-H')) and is_due
    group by all
    order by department
"""
_RETURNED = """
    select department, count(distinct submission_id) as returned_count
    from fct_submissions
    where (period = $period or starts_with(period, $period || '-H')) and verdict = 'rejected'
    group by all
"""


def progress_table(facts: Facts, month: str) -> Table:
    """Return the departments by the completion of their key projects; with the light of a unit when the set has one."""
    now, before = _progress(facts, month), _progress(facts, _before(month))
    unit = rules_in_use().get("unit")
    missed = _missed(facts, month) if unit else {}
    lines = _ranked(now, before, "department_name", lambda row: row["rate"])
    rows = tuple(
        (
            rank, row["department_name"], row["project_count"], yi(row["done_wan"]), yi(row["planned_wan"]),
            percent(row["rate"]), moved, *_unit_light(unit, missed.get(row["department_name"], 0)),
        )
        for row, rank, moved in lines
    )  # fmt: skip
    headings: tuple[str, ...] = (
        "名次",
        "部门",
        "项目数（个）",
        "累计完成投资（亿元）",
        "年度计划（亿元）",
        "完成率（%）",
        "较上月",
    )
    widths: tuple[int, ...] = (1, 3, 2, 2, 2, 2, 2)
    if unit:
        headings, widths = (*headings, "单位灯"), (*widths, 1)
    return Table("重点项目投资完成率排名", headings, rows, widths, chart=(1, 5))


def _progress(facts: Facts, month: str) -> list[dict[str, Any]]:
    rows = facts.rows(_PROGRESS, period=month)
    for row in rows:
        # Here and not in SQL: a division there is a binary fraction, and ties would hang on its last digit.
        row["rate"] = row["done_wan"] / row["planned_wan"] if row["planned_wan"] else None
    return rows


def filings(facts: Facts, month: str) -> list[dict[str, Any]]:
    """Return what each department owed and sent for a month, with ``on_time_rate``, ``at_once_rate`` and returns."""
    returned = {row["department"]: row["returned_count"] for row in facts.rows(_RETURNED, period=month)}
    rows = facts.rows(_FILINGS, period=month)
    for row in rows:
        row["on_time_rate"] = Decimal(row["on_time_count"]) / row["due_count"]
        row["at_once_rate"] = Decimal(row["at_once_count"]) / row["accepted_count"] if row["accepted_count"] else None
        row["returned_count"] = returned.get(row["department"], 0)
    return rows


def filing_table(facts: Facts, month: str) -> Table:
    """Return the departments by the share of submissions sent on time."""
    now, before = filings(facts, month), filings(facts, previous(month))
    lines = _ranked(now, before, "department", lambda row: row["on_time_rate"])
    rows = tuple(
        (rank, facts.departments.get(row["department"], row["department"]), row["due_count"], row["on_time_count"],
         percent(row["on_time_rate"]), moved)
        for row, rank, moved in lines
    )  # fmt: skip
    headings = ("名次", "部门", "应报（份）", "按时（份）", "及时率（%）", "较上月")
    return Table("报送及时率排名", headings, rows, (1, 3, 2, 2, 2, 2), chart=(1, 4))


def _ranked(
    now: list[dict[str, Any]],
    before: list[dict[str, Any]],
    key: str,
    rate: Callable[[Mapping[str, Any]], Decimal | None],
) -> list[tuple[dict[str, Any], int | None, Cell]]:
    """Return the rows by rank, with the rank and how it moved; a row without a value comes last."""
    places = ranks({row[key]: rate(row) for row in now})
    earlier = ranks({row[key]: rate(row) for row in before})
    ordered = sorted(now, key=lambda row: (places.get(row[key], len(now) + 1), row[key]))
    return [(row, places.get(row[key]), change(places.get(row[key]), earlier.get(row[key]))) for row in ordered]


def _before(month: str) -> str:
    """Return the month to compare with; a list of projects begins anew in January, so January has none."""
    return "" if month.endswith("-01") else previous(month)


def _missed(facts: Facts, month: str) -> dict[str, int]:
    """Return for how many months in a row each department has stayed behind schedule, two at most."""
    behind = [
        {row["department_name"] for row in _progress(facts, period) if (row["rate"] or 0) < row["schedule_rate"]}
        for period in (month, _before(month))
    ]
    return {name: 1 + (name in behind[1]) for name in behind[0]}


def _unit_light(rule: LightRule | None, missed: int) -> tuple[str, ...]:
    return (rule.light(missed),) if rule else ()
