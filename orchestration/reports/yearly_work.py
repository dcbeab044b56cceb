"""How the reform of a year was organised: tasks, responsibilities, supervision, assessment, companies, what is open."""

from __future__ import annotations

from typing import Any

from orchestration.reports.paper import Block, Heading, Table, listed, sentence
from orchestration.reports.projects import lit_projects
from orchestration.reports.year import Year, complete
from sources.contract import load_catalog
from sources.published.lights import RED

_TASKS = "select * from fct_reform_tasks where period = $period and not is_subtask order by task_no"
_DOCUMENTS = """
    select distinct document_name, document_no, issued_date
    from fct_policy_documents
    where substr(period, 1, 4) = $year and extract(year from issued_date) = cast($year as integer)
    order by issued_date, document_no
"""


def tasks_of(year: Year) -> list[dict[str, Any]]:
    """Return the reform tasks of the year as they stood at its last month."""
    return year.facts.rows(_TASKS, period=year.last("fct_reform_tasks"))


def groundwork(year: Year, tasks: list[dict[str, Any]]) -> list[Block]:
    """Return what was fixed at the beginning of the year."""
    lines = [name for name in load_catalog().code_lists["work_lines"].names if name != "体制改革"]
    with_goal = complete(tasks, "goal")
    clear = "，目标全部明确" if with_goal == len(tasks) else "，已明确目标的"
    parts = [] if with_goal == len(tasks) else [year.counted("reform_tasks", "已明确目标的改革任务数", with_goal, "项")]
    return [
        sentence(f"围绕{listed(lines)}", year.counted("reform_tasks", "重点工作条线数", len(lines), "项"), "重点工作，同步推进体制改革。"),
        sentence(
            "年初由各部门提报、会议研究，确定改革任务", year.figure("Z59a"),
            f"：{listed([task['task_name'] for task in tasks])}{clear}", *parts, "。",
        ),
    ]  # fmt: skip


def mechanism(year: Year, tasks: list[dict[str, Any]]) -> list[Block]:
    """Return who does what until when."""
    owned = complete(tasks, "leader_name", "responsible_department", "planned_end_date")
    headings = ("编号", "改革任务", "牵头领导", "责任部门", "计划完成", "进展")
    rows = tuple(
        (task["task_no"], task["task_name"], task["leader_name"], task["responsible_department"],
         task["planned_end_date"], task["task_status"])
        for task in tasks
    )  # fmt: skip
    return [
        sentence(
            "建立改革台账，实行清单制管理、责任制落实；牵头领导、责任部门、完成时限三项齐备的任务",
            year.counted("reform_tasks", "责任时限齐备的改革任务数", owned, "项"),
            "；已完成", year.figure("Z59b"), "，平均进度", year.figure("Z60"), "。",
        ),
        Table("改革任务清单", headings, rows, (2, 5, 2, 3, 3, 2)),
    ]  # fmt: skip


def supervision(year: Year) -> list[Block]:
    """Return the items of assessment and the letters of the year."""
    items = load_catalog().code_lists["reform_items"].names
    return [
        sentence("改革事项纳入绩效考核，设", year.counted("reform_evidence", "改革考核指标数", len(items), "项指标"), f"：{listed(items)}。"),
        sentence("全年发出提醒函", year.figure("Z62a"), "、督办函", year.figure("Z62b"), "，按期回复率", year.figure("Z62c"), "，办理情况报党工委。"),
    ]  # fmt: skip


def system(year: Year) -> list[Block]:
    """Return the reform of the system: assessment in four parts, committee and company."""
    parts = load_catalog().form("assessment_indicators").fields["part"].values
    companies = [row["company"] for row in year.facts.rows("select company from dim_companies order by company desc")]
    documents = year.facts.rows(_DOCUMENTS, year=year.year)
    names = [f"《{row['document_name']}》（{row['document_no']}）" for row in documents]
    return [
        Heading("（一）绩效考核", 2),
        sentence("绩效考核由", year.counted("assessment_indicators", "绩效考核组成部分数", len(parts), "个部分"), f"组成：{listed(parts)}。"),
        Heading("（二）管委会+公司", 2),
        sentence("整合国有平台公司", year.counted("company_operations", "国有平台公司数", len(companies), "家"), f"资产：{listed(companies)}。"),
        Heading("（三）制度成果", 2),
        sentence("全年印发制度文件", year.counted("policy_documents", "印发制度文件数", len(documents), "件"), f"：{listed(names)}。"),
    ]  # fmt: skip


def next_steps(year: Year, tasks: list[dict[str, Any]]) -> list[Block]:
    """Return what is open: unfinished tasks with their dates, and red lights."""
    open_ = [task for task in tasks if not task["is_done"]]
    names = [f"{task['task_name']}（计划{task['deadline_date']}完成）" for task in open_]
    red = sum(row["worst"] == RED for row in lit_projects(year.facts, year.month))
    blocks: list[Block] = [
        sentence(
            "继续推进未完成的改革任务",
            year.counted("reform_tasks", "未完成改革任务数", len(open_), "项"),
            f"：{listed(names)}。",
        )
    ]
    if red:
        number = year.counted("key_projects", "红灯项目数", red, "个")
        blocks.append(sentence("对红灯项目", number, "逐个查明原因，倒排工期。"))
    return blocks
