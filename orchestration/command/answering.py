"""``taizhang findings explain | accept | return | waive | withdraw``: answers to findings, by id or by filter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from orchestration.command.errors import CommandError
from orchestration.command.listing import Column

if TYPE_CHECKING:
    from sources.decisions import Decision
    from sources.published.answering import Target

#: States by which findings may be filtered, and those that stand for several.
STATUSES = (
    *("open", "closed", "all", "new", "explained", "accepted", "returned", "waived", "lapsed", "reopened", "resolved"),
)
COLUMNS = (
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
    Column("finding_id", "编号"),
)

_ROLES = ("filler", "reviewer", "desk", "indicator_owner", "leader", "assessment")
Function = Callable[..., Any]


def filters(function: Function) -> Function:
    """Add the options by which findings are chosen."""
    options = (
        click.option("--form", metavar="FORM", help="只看一张表：标识、编码（F01）或名称。"),
        click.option("--department", metavar="D", help="只看一个部门：代码或名称。"),
        click.option("--period", metavar="P", help="只看一期，如 2026-03。"),
        click.option("--level", metavar="LEVEL", help="强制、核实或提示（mandatory、verify、notice）。"),
        click.option("--rule", metavar="CODE", help="只看一条规则，如 B12。"),
        click.option("--group", metavar="ID", help="只看同一原因的一组（--json 里的 group）。"),
    )
    for option in reversed(options):
        function = option(function)
    return function


def _answer(text: str, role: str) -> Callable[[Function], Function]:
    """Add what every answer takes: which findings, who, in which role, why, and whether only to look."""

    def decorate(function: Function) -> Function:
        options: tuple[Callable[[Function], Function], ...] = (
            click.argument("ids", metavar="[编号]...", nargs=-1),
            filters,
            click.option("--text", "reason", metavar="TEXT", required=True, help=text),
            click.option("--by", required=True, metavar="NAME", help="何人。"),
            click.option("--role", type=click.Choice(_ROLES), default=role, show_default=True, help="以什么身份。"),
            click.option("--preview", is_flag=True, help="只列出会涉及哪些问题，不记录。"),
        )
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


def wanted(chosen: dict[str, str | None]) -> dict[str, str | None]:
    """Return the filters with what people named replaced by ids. Raises ``CommandError`` with the choices."""
    from orchestration.command.choices import department_named, form_named, level_named, period_named
    from sources.contract import load_catalog

    catalog = load_catalog()
    form, department, period, level = (chosen[name] for name in ("form", "department", "period", "level"))
    return {
        "form": form and form_named(form, catalog),
        "department": department and department_named(department, catalog),
        "period": period and period_named(period),
        "level": level and level_named(level),
        "rule": chosen["rule"],
        "group_id": chosen["group"],
    }


def named(rows: Sequence[dict[str, Any]]) -> Sequence[dict[str, Any]]:
    """Return the rows with what a table shows of each: level, department and state in Chinese."""
    from orchestration.command.choices import LEVELS
    from sources.contract import load_catalog
    from sources.published.findings import STATES

    departments = load_catalog().code_lists["departments"].codes
    for row in rows:
        trial = "（试运行）" if row.get("is_trial") else ""
        row["shown_level"] = LEVELS.get(row["level"], row["level"]) + trial
        row["shown_department"] = departments.get(row["department"], row["department"])
        row["shown_status"] = STATES.get(row["status"], "未决" if row["is_open"] else "已取代")
    return rows


@click.command("explain")
@_answer("核实说明，不少于10个字，写明数字为何如此。", "filler")
def explain(ids: tuple[str, ...], reason: str, by: str, role: str, preview: bool, **chosen: str | None) -> None:
    """写核实说明：数字无误而规则要问的，说明原因。只对现在的值有效，值或规则变了即失效。"""
    from sources.published.answering import explanation

    _take(ids, chosen, preview, lambda target: explanation(target, by=by, role=role, reason=reason))


@click.command("accept")
@_answer("接受的理由。", "desk")
def accept(ids: tuple[str, ...], reason: str, by: str, role: str, preview: bool, **chosen: str | None) -> None:
    """接受核实说明（由写说明以外的人）。"""
    from sources.published.answering import acceptance

    _take(ids, chosen, preview, lambda target: acceptance(target, by=by, role=role, reason=reason))


@click.command("return")
@_answer("退回的理由：还缺什么。", "desk")
def return_(ids: tuple[str, ...], reason: str, by: str, role: str, preview: bool, **chosen: str | None) -> None:
    """退回核实说明（由写说明以外的人）。"""
    from sources.published.answering import refusal

    _take(ids, chosen, preview, lambda target: refusal(target, by=by, role=role, reason=reason))


@click.command("waive")
@_answer("豁免的理由。", "reviewer")
@click.option("--approver", required=True, metavar="NAME", help="批准人，不能是申请人或写说明的人。")
@click.option("--evidence", required=True, metavar="TEXT", help="依据：文号、会议或附件。")
@click.option(
    "--until", required=True, metavar="DATE", type=click.DateTime(["%Y-%m-%d"]), help="有效期至，如 2026-12-31。"
)
def waive(
    ids: tuple[str, ...],
    reason: str,
    by: str,
    role: str,
    preview: bool,
    approver: str,
    evidence: str,
    until: Any,
    **chosen: str | None,
) -> None:
    """豁免：问题仍在，到期前不再追问。只对现在的值有效。"""
    from sources.published.answering import waiver

    last: date = until.date()

    def granted(target: Target) -> Decision:
        return waiver(target, approver=approver, evidence=evidence, valid_until=last, by=by, role=role, reason=reason)

    _take(ids, chosen, preview, granted)


@click.command("withdraw")
@click.argument("decision", metavar="决定编号")
@click.option("--text", "reason", metavar="TEXT", required=True, help="撤回的理由。")
@click.option("--by", required=True, metavar="NAME", help="何人。")
@click.option("--role", type=click.Choice(_ROLES), default="filler", show_default=True, help="以什么身份。")
def withdraw(decision: str, reason: str, by: str, role: str) -> None:
    """撤回一个决定：说明、豁免、锁定或更正申请，从此不算。原来的记录保留。"""
    from sources.decisions import DecisionError, Withdrawal, decided, moment, take
    from sources.home import Home

    try:
        taken = decided(Withdrawal, taken_at=moment(), by=by, role=role, reason=reason, refers_to=decision)
        take(Home.from_environment(), taken)
    except DecisionError as error:
        raise CommandError(str(error)) from error
    click.echo(f"已撤回 {decision}，下次 taizhang refresh 生效。")


ANSWERS = (explain, accept, return_, waive, withdraw)


def _take(
    ids: tuple[str, ...], chosen: dict[str, str | None], preview: bool, answer: Callable[[Target], Decision]
) -> None:
    """Answer every finding that is meant, one decision each, or only show them."""
    from orchestration.command.listing import show
    from sources.decisions import DecisionError, take
    from sources.home import Home
    from sources.published.answering import answer_each, targets

    home = Home.from_environment()
    if not ids and not any(chosen.values()):
        raise CommandError("请写问题编号（见 taizhang findings），或用 --form、--period 等选定一批。")
    try:
        answered = answer_each(targets(home, ids, wanted(chosen)), answer)
        if not answered:
            raise CommandError("没有符合条件、可以这样答复的问题。")
        if preview:
            show(
                named([target.row for target, _ in answered]),
                COLUMNS,
                title=f"将涉及 {len(answered)} 条问题，没有记录任何决定",
            )
            return
        taken = take(home, *(decision for _, decision in answered))
    except DecisionError as error:
        raise CommandError(str(error)) from error
    click.echo(f"已记录 {len(taken)} 条，下次 taizhang refresh 生效。")
