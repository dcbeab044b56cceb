"""``taizhang identities``: names that may mean several, and what people decided about who is who."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from orchestration.command.errors import CommandError

Function = Callable[..., Any]
_SHOWN = ("待判断", "模型", "名称", "代码", "编号", "人工")


@click.group(
    invoke_without_command=True, options_metavar="[选项]", subcommand_metavar="[same | not-same | merge | split]"
)
@click.option("--projects", is_flag=True, help="看项目；不写看企业。")
@click.option(
    "--by-match", "matched_by", type=click.Choice(_SHOWN), default="待判断", show_default=True, help="怎样认出的。"
)
@click.option("--all", "every", is_flag=True, help="全部列出。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
@click.pass_context
def command(ctx: click.Context, /, projects: bool, matched_by: str, every: bool, as_json: bool) -> None:
    """各部门写的企业、项目名称认作了谁；两可的请人判断，判断一次，以后每晚照办。

    \b
    例：taizhang identities
        taizhang identities --by-match 模型 --json
        taizhang identities same "衡煦新材" 91370105MA3AY4CL62 --text "电话核实，是其简称" --by 李某
        taizhang identities merge 91370105MA312TH36U 91370105MA3AY4CL62 --text "换照，旧代码停用" --by 李某
    """
    if ctx.invoked_subcommand is not None:
        return
    from orchestration.command.listing import Column, show
    from sources.home import Home
    from sources.published.identities import identities
    from sources.published.read import connect

    with connect(Home.from_environment()) as connection:
        rows = identities(connection, "project" if projects else "enterprise", None if every else matched_by)
    for row in rows:
        row["shown_candidates"] = "；".join(
            f"{one['name'] or '—'}（{one['identity']}，{one['probability']:.0%}）" for one in row["candidates"]
        )
    columns = (
        Column("name", "写法"),
        Column("code", "代码"),
        *([Column("owner", "单位")] if projects else []),
        Column("mention_count", "次数"),
        Column("matched_by", "认法"),
        Column("identity", "认作"),
        Column("shown_candidates", "可能是"),
    )
    show(
        rows,
        columns,
        title=f"{'项目' if projects else '企业'}写法（{len(rows)} 个）",
        as_json=as_json,
        empty="没有待判断的写法。",
    )


def _said(function: Function) -> Function:
    """Add who decides and why, and whether it is about a project."""
    for option in (
        click.option("--by", required=True, metavar="NAME", help="何人。"),
        click.option("--text", "reason", metavar="TEXT", required=True, help="依据。"),
        click.option("--project", is_flag=True, help="是项目（编号或代码），不是企业。"),
    ):
        function = option(function)
    return function


@command.command("same")
@click.argument("name", metavar="写法")
@click.argument("identity", metavar="代码")
@_said
def same(name: str, identity: str, **said: Any) -> None:
    """没有代码时，这个写法就是这家企业（这个项目）。"""
    from sources.decisions.identities import Same

    _take(Same, name=name, identity=identity, **said)


@command.command("not-same")
@click.argument("name", metavar="写法")
@click.argument("identity", metavar="代码")
@_said
def not_same(name: str, identity: str, **said: Any) -> None:
    """这个写法不是这家企业（这个项目），再像也不是。"""
    from sources.decisions.identities import NotSame

    _take(NotSame, name=name, identity=identity, **said)


@command.command("merge")
@click.argument("identity", metavar="代码")
@click.argument("into", metavar="并入的代码")
@_said
def merge(identity: str, into: str, **said: Any) -> None:
    """两个代码本是一家：前者报的都归后者。"""
    from sources.decisions.identities import Merge

    _take(Merge, identity=identity, into=into, **said)


@command.command("split")
@click.argument("identity", metavar="代码")
@click.argument("name", metavar="写法")
@click.argument("into", metavar="归入的代码")
@_said
def split(identity: str, name: str, into: str, **said: Any) -> None:
    """用了别家的代码：以此代码、此写法报的归另一家（如分公司填了总公司的代码）。"""
    from sources.decisions.identities import Split

    _take(Split, identity=identity, name=name, into=into, **said)


def _take(kind: type[Any], *, project: bool, **content: Any) -> None:
    from sources.decisions import DecisionError, decided, moment, take
    from sources.home import Home

    subject = "project" if project else "enterprise"
    try:
        decision = decided(kind, taken_at=moment(), role="desk", subject=subject, **content)
        take(Home.from_environment(), decision)
    except DecisionError as error:
        raise CommandError(str(error)) from error
    click.echo(f"已记录 {decision.decision_id}，下次 taizhang refresh 生效。")
