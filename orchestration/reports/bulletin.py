"""月通报: six sections of domain.md 4.2, each from the tables of one release."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from orchestration.reports.facts import ZONE, Facts, percent, plain, rounded, with_unit
from orchestration.reports.heads import head
from orchestration.reports.paper import Block, Cell, Figure, Heading, Paper, Paragraph, Table, listed, sentence
from orchestration.reports.projects import light_sentence, lit_projects, lit_table
from orchestration.reports.standing import filing_table, filings, progress_table
from sources.contract import load_catalog
from sources.periods import chinese, first_day, last_day
from sources.published.errors import ReleaseError
from sources.published.lights import RED

_VALUES = """
    select
        values_.indicator_id, values_.name, values_.scope, values_.unit, values_.value, values_.target, values_.status,
        described.target_type, earlier.value as value_last_year
    from indicator_values as values_
    left join dim_indicators as described on described.indicator_id = values_.indicator_id
    left join indicator_values as earlier
        on earlier.indicator_id = values_.indicator_id
        and earlier.scope = values_.scope
        and earlier.period = $last_year
    where values_.period = $period and values_.value is not null
        and (values_.scope = $zone or values_.indicator_id not in (select indicator_id from indicator_values where scope = $zone))
"""
#: Handed over last time: issued before this month, and in the month before or still open.
_MATTERS = """
    select *
    from fct_supervision_letters
    where period = $period and issued_date < $first
        and (issued_date >= $first - interval 1 month or is_closed is distinct from true)
    order by issued_date, letter_no
"""
_OVERDUE = """
    select department, form, period, due_date
    from fct_obligations
    where status = 'overdue' and due_date between $first and $last
    order by department, due_date, form, period
"""
_CORRECTED = """
    select form_title, department, period, received_date
    from fct_submissions
    where correction_id is not null and received_date between $first and $last
    order by received_date, form_title, department
"""
#: What approved corrections changed in figures that were published before.
_REVISED = """
    select name, period, scope, unit, old_value, new_value, why
    from fct_indicator_revisions
    where cause = 'correction' and cast(published_at as date) between $first and $last
    order by period, indicator_id, scope, published_at
"""
_SPLIT_ID = re.compile(r"^Z(\d+)(.*)$")


def bulletin(facts: Facts, period: str) -> Paper:
    """Return the bulletin of a month. Raises ``ReleaseError`` when the release has no indicator of it."""
    values = _values(facts, period)
    if not values:
        raise ReleaseError(f"版本 {facts.release.release_id} 中没有 {period} 的指标，无法生成月通报")
    projects = lit_projects(facts, period)
    matters = facts.rows(_MATTERS, period=period, first=first_day(period))
    overdue = facts.rows(_OVERDUE, first=first_day(period), last=last_day(period))
    blocks: tuple[Block, ...] = (
        Heading("一、总体情况"), *_overview(facts, period, values),
        Heading("二、分部门排名"), progress_table(facts, period), filing_table(facts, period),
        Heading("三、亮灯项目"), light_sentence(facts, period, projects), lit_table(projects),
        Heading("四、报送质量"), *_quality(facts, period),
        Heading("五、上期交办事项办理"), *_matters(facts, period, matters),
        Heading("六、下步要求"), *_demands(facts, projects, overdue, matters),
    )  # fmt: skip
    return head(facts, "bulletin", period, blocks)


def _values(facts: Facts, period: str) -> list[dict[str, Any]]:
    last_year = f"{int(period[:4]) - 1}{period[4:]}"
    rows = facts.rows(_VALUES, period=period, last_year=last_year, zone=ZONE)
    return sorted(rows, key=lambda row: (_order(row["indicator_id"]), row["scope"]))


def _order(indicator: str) -> tuple[int, str]:
    found = _SPLIT_ID.match(indicator)
    return (int(found[1]), found[2]) if found else (10_000, indicator)


def _overview(facts: Facts, period: str, values: list[dict[str, Any]]) -> list[Block]:
    paragraphs: list[Block] = []
    for row in values:
        if (
            row["target"]
            and row["target_type"] == "A"
            and (figure := facts.figure(row["indicator_id"], period, row["scope"]))
        ):
            paragraphs.append(_against_target(row, figure, period))
    headings = ("指标", "单位", "本期", "年度目标", "完成目标（%）", "序时差（百分点）", "上年同期", "同比")
    rows = tuple(_value_line(row, period) for row in values)
    return [*paragraphs, Table("主要指标", headings, rows, (5, 2, 2, 2, 2, 2, 2, 3))]


def _against_target(row: dict[str, Any], figure: Figure, period: str) -> Paragraph:
    target = f"{plain(row['target'])}{row['unit']}"
    done = row["value"] / row["target"]
    ahead = rounded((done - _elapsed(period)) * 100)
    pace = f"快于序时{ahead}个百分点" if ahead >= 0 else f"慢于序时{-ahead}个百分点"
    return sentence(_named(row), figure, f"，完成年度目标任务{target}的{percent(done)}%，{pace}。")


def _named(row: dict[str, Any]) -> str:
    """Return the indicator's name, with 预计 when its value is not final and the name does not say so."""
    is_said = row["status"] != "estimated" or "预计" in row["name"]
    name = row["name"] if is_said else f"预计{row['name']}"
    return name if row["scope"] == ZONE else f"{name}（{row['scope']}）"


def _value_line(row: dict[str, Any], period: str) -> tuple[Cell, ...]:
    is_share = row["unit"] in ("%", "百分点")
    value, target, earlier = row["value"], row["target"], row["value_last_year"]
    is_yearly = bool(target) and row["target_type"] == "A"
    done = value / target if is_yearly else None
    return (
        _named(row), row["unit"], *(_printed(one, is_share) for one in (value, target)),
        percent(done), percent(done - _elapsed(period)) if done is not None else None,
        _printed(earlier, is_share), _against_last_year(value, earlier, is_share),
    )  # fmt: skip


def _printed(value: Decimal | None, is_share: bool) -> Cell:
    if value is None:
        return None
    scaled = value * 100 if is_share else value
    return int(scaled) if not is_share and scaled == scaled.to_integral_value() else rounded(scaled)


def _against_last_year(value: Decimal, earlier: Decimal | None, is_share: bool) -> str | None:
    if earlier is None or (not is_share and earlier <= 0):
        return None
    return f"{rounded((value - earlier) * 100):+}个百分点" if is_share else f"{rounded((value / earlier - 1) * 100):+}%"


def _elapsed(period: str) -> Decimal:
    return Decimal(int(period[5:7])) / 12


def _quality(facts: Facts, period: str) -> list[Block]:
    rows = filings(facts, period)
    headings = ("部门", "应报（份）", "已报", "按时", "及时率（%）", "一次通过率（%）", "退回（次）")
    lines = tuple(
        (facts.departments.get(row["department"], row["department"]), row["due_count"], row["filed_count"],
         row["on_time_count"], percent(row["on_time_rate"]), percent(row["at_once_rate"]), row["returned_count"])
        for row in rows
    )  # fmt: skip
    parts: list[str | Figure] = [f"{chinese(period)}报送"]
    for indicator, name in (("Z68", "及时率"), ("Z69", "一次通过率")):
        figure = facts.figure(indicator, period)
        parts += [name, figure or "—", "，"]
    parts[-1] = "。"
    corrected = facts.rows(_CORRECTED, first=first_day(period), last=last_day(period))
    names = [f"{row['form_title']}{chinese(row['period'])}（{row['received_date']}）" for row in corrected]
    return [
        sentence(*parts),
        Table("各部门报送质量", headings, lines, (3, 2, 2, 2, 2, 3, 2)),
        sentence(f"更正：{listed(names)}。本期以后的更正见下一期。"),
        *_revised(facts, period),
    ]


def _revised(facts: Facts, period: str) -> list[Block]:
    """Return the figures of earlier issues that are no longer so; nothing when there are none."""
    rows = facts.rows(_REVISED, first=first_day(period), last=last_day(period))
    headings = ("指标", "期间", "口径", "原公布", "更正为", "原因")
    lines = tuple(
        (row["name"], chinese(row["period"]), row["scope"],
         *(None if value is None else with_unit(value, row["unit"]) for value in (row["old_value"], row["new_value"])), row["why"])
        for row in rows
    )  # fmt: skip
    return [Table("更正的数字", headings, lines, (4, 3, 2, 3, 3, 5))] if lines else []


def _matters(facts: Facts, period: str, matters: list[dict[str, Any]]) -> list[Block]:
    closed = sum(row["is_closed"] is True for row in matters)
    headings = ("文号", "类型", "事由", "承办部门", "应复日期", "回复日期", "结果")
    rows = tuple(
        (row["letter_no"], row["letter_type"], row["reason"], row["to_departments"], row["reply_due_date"],
         row["replied_date"], row["verdict"] or "未销号")
        for row in matters
    )  # fmt: skip
    said = sentence(
        "上期交办事项", facts.counted("supervision_letters", "上期交办事项数", period, len(matters), "件"),
        "，已销号", facts.counted("supervision_letters", "已销号事项数", period, closed, "件"), "。",
    )  # fmt: skip
    return [said, Table("上期交办事项", headings, rows, (3, 2, 6, 3, 3, 3, 2))]


def _demands(
    facts: Facts, projects: list[dict[str, Any]], overdue: list[dict[str, Any]], matters: list[dict[str, Any]]
) -> list[Block]:
    """Return what is asked for next: only what the facts call for."""
    catalog = load_catalog()
    red = [row["project_name"] for row in projects if row["worst"] == RED]
    late = [
        f"{facts.departments.get(row['department'], row['department'])}《{catalog.form(row['form']).title}》{chinese(row['period'])}"
        for row in overdue
    ]
    open_ = [row["letter_no"] for row in matters if row["is_closed"] is not True]
    asked = [
        (red, "红灯项目的责任单位和包挂领导查明原因，倒排工期，提出有时限的措施"),
        (late, "逾期未报的尽快补报并说明原因"),
        (open_, "未销号的交办事项按时限办结、报请销号"),
    ]
    said = [f"{demand}：{listed(names)}。" for names, demand in asked if names]
    numbered = [sentence(f"{number}．{text}") for number, text in enumerate(said, start=1)]
    return [*numbered] or [sentence("各部门保持进度，按时报送下期数据。")]
