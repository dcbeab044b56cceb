"""半月调度表: the talks of a half-month and the lights of the key projects (domain.md F02, F01, 4.2)."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any

from orchestration.reports.facts import Facts, yi
from orchestration.reports.heads import head
from orchestration.reports.paper import Block, Cell, Heading, Paper, Table, listed, sentence
from orchestration.reports.projects import light_sentence, lit_projects, lit_table
from sources.periods import chinese, previous
from sources.published.errors import ReleaseError

_TALKS = """
    select
        talks.*, stages.step
    from fct_talks as talks
    left join talk_stages as stages on stages.name = talks.stage
    where talks.period = $period
    order by stages.step desc, talks.planned_investment_wan desc nulls last, talks.project_name, talks.talk_id
"""
_STAGES = "select name from talk_stages order by step = 0, step"


def dispatch(facts: Facts, period: str) -> Paper:
    """Return the dispatch table of a half-month. Raises ``ReleaseError`` when the ledger was not submitted."""
    talks = facts.rows(_TALKS, period=period)
    if not talks:
        raise ReleaseError(
            f"版本 {facts.release.release_id} 中没有 {period} 的《招商在谈项目台账》，无法生成半月调度表"
        )
    blocks: list[Block] = [
        Heading("一、总体情况"),
        _totals(facts, period, talks),
        _by_stage(facts, talks),
        Heading("二、在谈项目进展"),
        *_tables(talks),
    ]
    month = _last_full_month(period)
    projects = lit_projects(facts, month)
    if projects:
        heading = Heading(f"三、重点项目亮灯（截至{chinese(month)}）")
        blocks += [heading, light_sentence(facts, month, projects), lit_table(projects)]
    return head(facts, "dispatch", period, tuple(blocks), is_landscape=True)


def _last_full_month(period: str) -> str:
    """Return the last month that a half-month has seen the end of: key projects report by months."""
    return previous(period[:7]) if period.endswith("H1") else period[:7]


def _totals(facts: Facts, period: str, talks: list[dict[str, Any]]) -> Any:
    def counted(name: str, number: int, unit: str = "个") -> Any:
        return facts.counted("talks", name, period, number, unit)

    active = [talk for talk in talks if talk["is_in_talks"]]
    planned = sum((talk["planned_investment_wan"] or Decimal(0) for talk in active), Decimal(0))
    still = [talk for talk in active if talk["has_progress"] is False]
    return sentence(
        "本期台账列项目",
        counted("台账项目数", len(talks)),
        "，其中在谈",
        counted("在谈项目数", len(active)),
        f"，计划总投资{yi(planned)}亿元；新增",
        counted("新增项目数", sum(bool(talk["is_new"]) for talk in talks)),
        "，退出在谈",
        counted("退出在谈项目数", sum(bool(talk["is_left"]) for talk in talks)),
        "；在谈项目中有进展",
        counted("有进展在谈项目数", sum(bool(talk["has_progress"]) for talk in active)),
        "，无进展",
        counted("无进展在谈项目数", len(still)),
        "。",
    )


def _by_stage(facts: Facts, talks: list[dict[str, Any]]) -> Table:
    counts = Counter(talk["stage"] for talk in talks)
    amounts: dict[str, Decimal] = {}
    for talk in talks:
        amounts[talk["stage"]] = amounts.get(talk["stage"], Decimal(0)) + (talk["planned_investment_wan"] or 0)
    stages = [row["name"] for row in facts.rows(_STAGES)]
    rows = tuple((stage, counts[stage], yi(amounts.get(stage, Decimal(0)))) for stage in stages)
    return Table("按阶段统计", ("阶段", "项目数（个）", "计划总投资（亿元）"), rows, (3, 2, 3), chart=(0, 1))


def _tables(talks: list[dict[str, Any]]) -> list[Table]:
    """Return the projects by what became of them: moving, standing still, gone."""
    left = [talk for talk in talks if not talk["is_in_talks"] and talk["stage_kind"] != "lead"]
    open_ = [talk for talk in talks if talk not in left]
    headings = (
        "项目名称",
        "投资方",
        "计划总投资（亿元）",
        "阶段",
        "上期阶段",
        "本期进展",
        "下步计划",
        "时限",
        "责任单位",
        "包挂领导",
    )
    widths = (5, 4, 2, 2, 2, 6, 5, 3, 3, 2)
    moving = tuple(_line(talk, talk["progress_text"]) for talk in open_ if talk["has_progress"] is not False)
    still = tuple(_line(talk, talk["no_progress_reason"]) for talk in open_ if talk["has_progress"] is False)
    gone = tuple(_line(talk, talk["end_reason"] or talk["progress_text"]) for talk in left)
    why = (*headings[:5], "无进展原因", *headings[6:])
    end = (*headings[:5], "去向与原因", *headings[6:])
    return [
        Table("有进展项目", headings, moving, widths),
        Table("无进展项目", why, still, widths),
        Table("签约、暂缓与终止项目", end, gone, widths),
    ]


def _line(talk: dict[str, Any], text: str | None) -> tuple[Cell, ...]:
    name = f"{talk['project_name']}（新增）" if talk["is_new"] else talk["project_name"]
    return (
        name, talk["investor_name"], yi(talk["planned_investment_wan"]), talk["stage"], talk["previous_stage"], text,
        talk["next_step_text"], talk["next_step_due_date"], listed((talk["responsible_departments"] or "").split("、")),
        talk["leader_name"],
    )  # fmt: skip
