"""``taizhang indicators``: figures, and the cells behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from sources.published.figures import Figures

_JSON = click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
#: How much of what a figure rests on is in doubt.
_SHARES = {"late_rate": "迟报%", "disputed_rate": "待答复%", "explained_rate": "已说明%"}
_PERIOD = click.option("--period", metavar="P", help="期间，如 2026-03、2026-Q1、2026；默认最近一期。")


@click.group(invoke_without_command=True, options_metavar="[选项]", subcommand_metavar="[list | show | trace]")
@_JSON
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """指标：列出、查看数值、追溯到原始单元格。

    \b
    例：taizhang indicators
        taizhang indicators show Z05 --period 2026-03
        taizhang indicators trace Z05 --period 2026-03
    """
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_, as_json=as_json)


@command.command("list")
@_JSON
def list_(as_json: bool) -> None:
    """列出全部指标：编号、名称、单位、负责部门、目标、计算方法。"""
    from orchestration.command.listing import Column, as_shown, show
    from sources.home import Home
    from sources.published.figures import indicators_of
    from sources.published.read import connect

    with connect(Home.from_environment()) as connection:
        rows = indicators_of(connection)
    departments = _departments()
    for row in rows:
        row["shown_owner"] = departments.get(row["owner"], row["owner"])
        row["shown_target"] = as_shown(row["target"], row["unit"])
    columns = (
        Column("id", "指标"),
        Column("name", "名称"),
        Column("unit", "单位"),
        Column("shown_owner", "负责部门"),
        Column("shown_target", "目标"),
        Column("latest_period", "最近一期"),
        Column("formula", "计算方法"),
    )
    show(rows, columns, title=f"指标（{len(rows)} 个）", as_json=as_json, empty="当前版本没有指标。")


@command.command("show")
@click.argument("indicator_id", metavar="ID")
@_PERIOD
@click.option("--vintages", is_flag=True, help="列出各版本发布过的数值，和每次变动的起因。")
@_JSON
def show_(indicator_id: str, period: str | None, vintages: bool, as_json: bool) -> None:
    """查看一个指标的数值：期间、口径、目标、状态、版本时间，来源中迟报、待答复、已说明的占比。

    \b
    例：taizhang indicators show Z05 --period 2026-03
        taizhang indicators show Z05 --period 2026-03 --vintages
    """
    from orchestration.command.listing import show_json
    from sources.home import Home
    from sources.published.figures import figures_of
    from sources.published.read import connect
    from sources.published.shelf import current
    from sources.published.vintages import vintages_of

    home = Home.from_environment()
    with connect(home) as connection:
        figures = figures_of(connection, indicator_id, period)
        if vintages:
            ids = [row["id"] for row in figures.rows]
            _show_vintages(vintages_of(connection, ids, figures.period, current(home).release_id), as_json)
            return
    if as_json:
        show_json(_as_object(figures))
        return
    _show_figures(figures)
    click.echo(f"数值从哪些单元格来：taizhang indicators trace {indicator_id} --period {figures.period}", err=True)


@command.command("trace")
@click.argument("indicator_id", metavar="ID")
@_PERIOD
@_JSON
def trace_(indicator_id: str, period: str | None, as_json: bool) -> None:
    """追溯一个数值：用到的每个单元格，所在的工作簿、工作表和原文。"""
    from orchestration.command.listing import Column, show
    from sources.home import Home
    from sources.published.figures import figures_of
    from sources.published.read import connect
    from sources.published.tracing import trace, why_no_cells

    with connect(Home.from_environment()) as connection:
        figures = figures_of(connection, indicator_id, period)
        rows = trace(connection, figures)
    if not as_json:
        _show_figures(figures)
    columns = (
        Column("id", "指标"),
        Column("row_key", "行"),
        Column("title", "列"),
        Column("raw", "单元格原文"),
        Column("cell_value", "读作"),
        Column("cell_unit", "单位"),
        Column("value", "计入"),
        Column("unit", "单位"),
        Column("cell", "单元格"),
        Column("sheet", "工作表"),
        Column("file", "文件"),
        Column("submission_id", "报送编号"),
    )
    title = f"来源（{len(rows)} 处）"
    show(rows, columns, title=title, as_json=as_json, empty="这个数值不来自单元格（由日历推算，或没有符合条件的行）。")
    for reason in why_no_cells(rows):
        click.echo(reason, err=True)


def _show_vintages(rows: list[dict[str, Any]], as_json: bool) -> None:
    from orchestration.command.listing import Column, as_shown, show
    from sources.published.figures import STATUSES
    from sources.published.vintages import CAUSES

    for row in rows:
        for name in ("value", "difference"):
            row[f"shown_{name}"] = as_shown(row[name], row["unit"])
        row["shown_status"] = STATUSES.get(row["status"], row["status"])
        row["shown_cause"] = CAUSES.get(row["cause"], "首次发布")
    columns = (
        Column("id", "指标"),
        Column("scope", "口径"),
        Column("release_id", "版本"),
        Column("shown_value", "数值"),
        Column("unit", "单位"),
        Column("shown_status", "状态"),
        Column("shown_difference", "变动"),
        Column("shown_cause", "起因"),
        Column("why", "原因"),
    )
    show(rows, columns, title=f"历次数值（{len(rows)}）", as_json=as_json, empty="当前版本没有历次数值的记录。")


def _show_figures(figures: Figures) -> None:
    """Print the figures of an indicator: as facts when there is one, as a table when it has parts or scopes."""
    from orchestration.command.listing import as_shown, as_text, show_facts, show_table
    from sources.periods import chinese
    from sources.published.figures import STATUSES

    departments = _departments()
    lines = [
        {
            "指标": row["id"],
            "名称": row["name"],
            "数值": as_shown(row["value"], row["unit"]),
            "单位": row["unit"],
            "口径": row["scope"],
            "目标": as_shown(row["target"], row["unit"]),
            "完成率": as_shown(row["attainment_rate"], "%"),
            "序时进度差": as_shown(row["schedule_gap"], "百分点"),
            "状态": STATUSES.get(row["status"], row["status"]),
            "负责部门": departments.get(row["owner"], row["owner"]),
            "版本时间": row["vintage"],
            **{title: as_shown(row.get(name), "%") for name, title in _SHARES.items()},
        }
        for row in figures.rows
    ]
    first = lines[0]
    if len(lines) > 1:
        show_table(
            [list(line.values()) for line in lines], list(first), f"{figures.indicator_id} {chinese(figures.period)}"
        )
        return
    for name in ("数值", "目标"):
        first[name] = f"{as_text(first[name])} {first['单位'] or ''}".rstrip() if first[name] is not None else None
    title = f"{first.pop('指标')} {first.pop('名称')}，{chinese(figures.period)}"
    show_facts({name: value for name, value in first.items() if name != "单位"}, title)


def _as_object(figures: Figures) -> dict[str, Any]:
    """Return the figure as one object, with ``parts`` or ``scopes`` when there is more than one."""
    found = dict(figures.own[0], id=figures.indicator_id)
    if figures.parts:
        found["parts"] = list(figures.parts)
    if len({row["scope"] for row in figures.own}) > 1:
        found["scopes"] = list(figures.own)
    return found


def _departments() -> dict[str, str]:
    from sources.contract import load_catalog

    return load_catalog().code_lists["departments"].codes
