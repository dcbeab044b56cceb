"""``taizhang findings``: what is wrong, in the current release."""

from __future__ import annotations

from typing import Any

import click


@click.command()
@click.option("--form", metavar="FORM", help="只看一张表：标识、编码（F01）或名称。")
@click.option("--department", metavar="D", help="只看一个部门：代码或名称。")
@click.option("--period", metavar="P", help="只看一期，如 2026-03。")
@click.option("--level", metavar="LEVEL", help="强制、核实或提示（mandatory、verify、notice）。")
@click.option(
    "--status",
    type=click.Choice(("open", "closed", "all")),
    default="open",
    show_default=True,
    help="open 未决，closed 已被新的报送取代，all 全部。",
)
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def command(
    form: str | None, department: str | None, period: str | None, level: str | None, status: str, as_json: bool
) -> None:
    """列出审核发现的问题：哪张表、哪个单元格、错在哪里。

    \b
    例：taizhang findings --level 强制
        taizhang findings --form F01 --period 2026-03 --json
    """
    from orchestration.command.choices import LEVELS, department_named, form_named, level_named, period_named
    from orchestration.command.listing import Column, show
    from sources.contract import load_catalog
    from sources.home import Home
    from sources.published.findings import find
    from sources.published.read import connect

    catalog = load_catalog()
    wanted: dict[str, Any] = {
        "form": form and form_named(form, catalog),
        "department": department and department_named(department, catalog),
        "period": period and period_named(period),
        "level": level and level_named(level),
        "status": None if status == "all" else status,
    }
    with connect(Home.from_environment()) as connection:
        rows = find(connection, wanted)
    departments = catalog.code_lists["departments"].codes
    for row in rows:
        row["shown_level"] = LEVELS.get(row["level"], row["level"])
        row["shown_department"] = departments.get(row["department"], row["department"])
        row["shown_status"] = "未决" if row["is_open"] else "已取代"
    columns = (
        Column("shown_level", "级别"),
        Column("rule", "规则"),
        Column("shown_department", "部门"),
        Column("form", "表"),
        Column("period", "期间"),
        Column("sheet", "工作表"),
        Column("cell", "单元格"),
        Column("value", "原文"),
        Column("message", "问题"),
        Column("shown_status", "状态"),
    )
    show(rows, columns, title=f"问题（{len(rows)} 条）", as_json=as_json, empty="没有符合条件的问题。")
