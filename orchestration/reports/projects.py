"""Key projects with their lights, as the dispatch table and the bulletin show them."""

from __future__ import annotations

from typing import Any

from orchestration.reports.facts import Facts, percent
from orchestration.reports.paper import Cell, Paragraph, Table, sentence
from sources.published.lights import GREEN, RED, YELLOW, project_lights, rules_in_use, worst

_PROJECTS = """
    select *
    from fct_project_months
    where period = $period and is_listed
    order by completion_rate - schedule_rate nulls last, project_name, project_id
"""
_ASPECTS = {"progress": "进度", "start": "开工", "statistics": "纳统"}


def lit_projects(facts: Facts, month: str) -> list[dict[str, Any]]:
    """Return the listed projects of a month, each with ``lights`` by aspect and ``worst``; furthest behind first."""
    rules = rules_in_use()
    rows = facts.rows(_PROJECTS, period=month)
    for row in rows:
        row["lights"] = project_lights(rules, row)
        row["worst"] = worst(row["lights"].values())
    return rows


def light_sentence(facts: Facts, month: str, projects: list[dict[str, Any]]) -> Paragraph:
    """Return how many projects show which light of progress (the same count as Z18), and how many show any red."""

    def counted(colour: str) -> Any:
        number = sum(row["lights"]["progress"] == colour for row in projects)
        return facts.counted("key_projects", f"进度{colour}灯项目数", month, number, "个")

    red = sum(row["worst"] == RED for row in projects)
    return sentence(
        "按投资进度，绿灯", counted(GREEN), "、黄灯", counted(YELLOW), "、红灯", counted(RED),
        "；连同开工、纳统要求，任一项红灯的项目",
        facts.counted("key_projects", "任一项红灯项目数", month, red, "个"), "。",
    )  # fmt: skip


def lit_table(projects: list[dict[str, Any]]) -> Table:
    """Return the projects with a yellow or red light: red first, with cause and owner."""
    chosen = [row for row in projects if row["worst"] in (RED, YELLOW)]
    rows = tuple(_line(row) for row in sorted(chosen, key=lambda row: row["worst"] != RED))
    headings = (
        "灯",
        "项目名称",
        "完成率（%）",
        "与序时差（百分点）",
        "亮灯事项",
        "存在问题",
        "下步打算",
        "责任单位",
        "包挂领导",
    )
    return Table("亮灯项目", headings, rows, (2, 6, 3, 3, 3, 4, 4, 4, 3))


def _line(row: dict[str, Any]) -> tuple[Cell, ...]:
    done, schedule = row["completion_rate"], row["schedule_rate"]
    gap = None if done is None or schedule is None else percent(done - schedule)
    matters = "、".join(
        f"{_ASPECTS[aspect]}{light}" for aspect, light in row["lights"].items() if light in (RED, YELLOW)
    )
    return (
        row["worst"], f"{row['project_name']}（{row['project_level']}）", percent(done), gap, matters,
        row["problem_text"], row["next_step_text"], row["responsible_departments"], row["leader_name"],
    )  # fmt: skip
