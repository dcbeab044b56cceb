"""``taizhang periods``: periods that are locked, and corrections of what is published."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from orchestration.command.errors import CommandError

if TYPE_CHECKING:
    from sources.decisions import Decision

_JSON = click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
_FORM = click.option("--form", metavar="FORM", help="只限一张表：标识、编码（F01）或名称。")
_DEPARTMENT = click.option("--department", metavar="D", help="只限一个部门：代码或名称。")
_TEXT = click.option("--text", "reason", metavar="TEXT", required=True, help="理由。")
_BY = click.option("--by", required=True, metavar="NAME", help="何人。")
_KINDS = {
    "period_lock": "锁定",
    "period_unlock": "解锁",
    "correction_request": "更正申请",
    "correction_approval": "更正批准",
}


@click.group(
    invoke_without_command=True, options_metavar="[选项]", subcommand_metavar="[lock | unlock | correct | approve]"
)
@_JSON
@click.pass_context
def command(ctx: click.Context, /, as_json: bool) -> None:
    """期间的锁定、解锁，和已发布期间的更正。

    锁定的期间保留当时生效的报送；之后接收的暂不生效，直到更正申请经另一人批准。

    \b
    例：taizhang periods
        taizhang periods lock 2026-03 --text "3月通报已印发" --by 李某
        taizhang periods correct 3f9c2a71b0d4e586 --text "漏报一个项目，见说明" --by 王某
        taizhang periods approve 1b2c3d4e5f607182 --text "同意更正" --by 赵某
    """
    if ctx.invoked_subcommand is not None:
        return
    from orchestration.command.listing import Column, show
    from sources.decisions import Standing, read_decisions
    from sources.home import Home

    standing = Standing.of(read_decisions(Home.from_environment()))
    rows = [
        {**one.content(), "decision_id": name, "shown_kind": _KINDS[one.kind], "shown_at": one.taken_at}
        for name, one in standing.decisions.items()
        if one.kind in _KINDS
    ]
    columns = (
        Column("shown_kind", "决定"),
        Column("period", "期间"),
        Column("form", "表"),
        Column("department", "部门"),
        Column("submission_id", "报送编号"),
        Column("by", "何人"),
        Column("shown_at", "时间"),
        Column("reason", "理由"),
        Column("refers_to", "所指"),
        Column("decision_id", "编号"),
    )
    show(
        rows, columns, title=f"期间的决定（{len(rows)} 个）", as_json=as_json, empty="没有锁定过期间，也没有更正申请。"
    )


@command.command("lock")
@click.argument("period", metavar="期间")
@_FORM
@_DEPARTMENT
@_TEXT
@_BY
def lock(period: str, form: str | None, department: str | None, reason: str, by: str) -> None:
    """锁定一个期间：现行有效的报送保持有效。"""
    from sources.decisions import PeriodLock

    _take(lambda said: _about(PeriodLock, period, form, department, **said), by=by, role="desk", reason=reason)


@command.command("unlock")
@click.argument("period", metavar="期间")
@_FORM
@_DEPARTMENT
@_TEXT
@_BY
def unlock(period: str, form: str | None, department: str | None, reason: str, by: str) -> None:
    """解锁一个期间：之后接收的报送在下次 refresh 生效。"""
    from sources.decisions import PeriodUnlock

    _take(lambda said: _about(PeriodUnlock, period, form, department, **said), by=by, role="leader", reason=reason)


@command.command("correct")
@click.argument("submission", metavar="报送编号")
@_FORM
@_TEXT
@_BY
def correct(submission: str, form: str | None, reason: str, by: str) -> None:
    """提出更正申请：让锁定期间的一份新报送生效。会列出可能变动的已发布指标。"""
    from sources.home import Home
    from sources.published.corrections import correction_request

    chosen = _form(form)
    request = _take(
        lambda said: correction_request(Home.from_environment(), submission, chosen, **said),
        by=by,
        role="reviewer",
        reason=reason,
    )
    figures = request.content().get("figures", [])
    click.echo(f"可能变动的已发布指标（{len(figures)} 个）：{'、'.join(figures) or '无'}")
    click.echo(f"请另一个人批准：taizhang periods approve {request.decision_id} --text 理由 --by 姓名")


@command.command("approve")
@click.argument("request", metavar="申请编号")
@_TEXT
@_BY
@click.option("--role", type=click.Choice(("desk", "leader")), default="leader", show_default=True, help="以什么身份。")
def approve(request: str, reason: str, by: str, role: str) -> None:
    """批准更正申请（由提出申请以外的人）：报送在下次 refresh 生效。"""
    from sources.decisions import CorrectionApproval, decided

    _take(lambda said: decided(CorrectionApproval, refers_to=request, **said), by=by, role=role, reason=reason)


def _form(text: str | None) -> str | None:
    from orchestration.command.choices import form_named
    from sources.contract import load_catalog

    return form_named(text, load_catalog()) if text else None


def _about(kind: type[Decision], period: str, form: str | None, department: str | None, **said: Any) -> Decision:
    from orchestration.command.choices import department_named
    from sources.contract import load_catalog
    from sources.decisions import decided

    named = department_named(department, load_catalog()) if department else None
    return decided(kind, period=period, form=_form(form), department=named, **said)


def _take(decide: Callable[[dict[str, Any]], Decision], **said: str) -> Decision:
    from sources.decisions import DecisionError, moment, take
    from sources.home import Home

    try:
        decision = decide({"taken_at": moment(), **said})
        take(Home.from_environment(), decision)
    except DecisionError as error:
        raise CommandError(str(error)) from error
    click.echo(f"已记录 {decision.decision_id}，下次 taizhang refresh 生效。")
    return decision
