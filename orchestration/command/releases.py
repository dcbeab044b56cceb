"""``taizhang releases``: what is published, what changed, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from orchestration.command.choices import LEVELS

if TYPE_CHECKING:
    from sources.published.release import Release

_JSON = click.option("--json", "as_json", is_flag=True, help="输出 JSON。")


@click.group(
    invoke_without_command=True, options_metavar="[选项]", subcommand_metavar="[list | show | diff | rollback]"
)
@_JSON
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """已发布的版本：列出、查看、比较、回退。

    \b
    例：taizhang releases
        taizhang releases show current
        taizhang releases diff 20261122T020000 20261123T020000
        taizhang releases rollback 20261122T020000
    """
    if ctx.invoked_subcommand is None:
        ctx.invoke(list_, as_json=as_json)


@command.command("list")
@_JSON
def list_(as_json: bool) -> None:
    """列出全部版本，最新的在前。"""
    from orchestration.command.listing import Column, show
    from sources.home import Home
    from sources.published.shelf import current_or_none, list_releases

    home = Home.from_environment()
    now = current_or_none(home)
    rows = [_summary(release, is_current=release == now) for release in list_releases(home)]
    columns = (
        Column("shown_current", ""),
        Column("release_id", "版本"),
        Column("shown_created", "发布时间（北京时间）"),
        Column("inputs", "报送"),
        Column("rows", "行"),
        Column("shown_mandatory", "强制"),
        Column("shown_verify", "核实"),
        Column("shown_notice", "提示"),
        Column("shown_code", "程序"),
    )
    empty = "还没有发布任何版本。请先运行 taizhang refresh。"
    show(rows, columns, title=f"已发布的版本（{len(rows)} 个）", as_json=as_json, empty=empty)


@command.command("show")
@click.argument("release_id", metavar="ID")
@_JSON
def show_(release_id: str, as_json: bool) -> None:
    """查看一个版本：来源、行数、未决问题、检查结果。ID 可写 current。"""
    from orchestration.command.listing import show_facts, show_json, show_table
    from sources.home import Home
    from sources.published.shelf import show

    release = show(Home.from_environment(), release_id)
    manifest = release.manifest
    if as_json:
        show_json({**manifest, "folder": str(release.folder)})
        return
    code = manifest["code"]
    facts = {
        "发布时间": release.created_at,
        "程序": f"{code['version']}（{code['commit']}）" if code["commit"] else code["version"],
        "批次": manifest["batch_id"],
        "数据库": str(release.warehouse),
        "数据字典": str(release.dictionary),
        "审核文档": str(release.data_docs) if release.data_docs else None,
        "未决问题": "，".join(f"{LEVELS.get(k, k)} {n}" for k, n in manifest["findings"].items()) or "无",
    }
    show_facts(facts, f"版本 {release.release_id}")
    show_table([_input_row(entry) for entry in manifest["inputs"]], _INPUT_TITLES, "使用的报送")
    show_table(sorted(manifest["rows"].items()), ("表", "行数"), "各表行数")
    checks = [("通过" if check["passed"] else "未通过", check["title"]) for check in manifest["checks"]]
    show_table(checks, ("结果", "检查"), "发布前检查")


@command.command("diff")
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@_JSON
def diff_(before: str, after: str, as_json: bool) -> None:
    """比较两个版本：行数、指标数值及其变动起因、进入和退出的报送。"""
    from dataclasses import asdict

    from orchestration.command.listing import show_json, show_table
    from sources.home import Home
    from sources.published.difference import diff
    from sources.published.shelf import show

    home = Home.from_environment()
    found = diff(show(home, before), show(home, after))
    if as_json:
        show_json(asdict(found))
        return
    sections: tuple[tuple[str, list[list[Any]], tuple[str, ...]], ...] = (
        ("行数", [[r.table, r.before, r.after] for r in found.rows], ("表", "原来", "现在")),
        (
            "指标",
            [
                [v.indicator_id, v.name, v.period, v.scope, v.before, v.after, v.unit, "；".join(v.why)]
                for v in found.values
            ],
            ("指标", "名称", "期间", "口径", "原来", "现在", "单位", "起因"),
        ),
        ("新进入的报送", [_input_row(entry) for entry in found.submissions_in], _INPUT_TITLES),
        ("不再使用的报送", [_input_row(entry) for entry in found.submissions_out], _INPUT_TITLES),
    )
    if not any(rows for _, rows, _ in sections):
        click.echo("两个版本的数据相同。")
    for title, rows, headings in sections:
        if rows:
            show_table(rows, headings, f"{title}（{len(rows)}）")


@command.command("rollback")
@click.argument("release_id", metavar="ID")
def rollback_(release_id: str) -> None:
    """回退到某个版本；下次 refresh 发布的新版本会再次成为当前版本。"""
    from orchestration.release.shelf import rollback
    from sources.home import Home

    release = rollback(Home.from_environment(), release_id)
    click.echo(f"当前版本已指向 {release.release_id}：{release.warehouse}")


_INPUT_TITLES = ("部门", "表", "期间", "文件", "sha256", "报送编号", "更正申请")


def _input_row(entry: dict[str, Any]) -> list[Any]:
    from sources.contract import load_catalog

    catalog = load_catalog()
    department = catalog.code_lists["departments"].codes.get(entry["department"], entry["department"])
    # A release may hold forms that have been given up since.
    form = catalog.forms[entry["form"]].title if entry["form"] in catalog.forms else entry["form"]
    correction = entry.get("correction_id")
    return [department, form, entry["period"], entry["file"], entry["sha256"][:12], entry["submission_id"], correction]


def _summary(release: Release, *, is_current: bool) -> dict[str, Any]:
    manifest = release.manifest
    findings = manifest["findings"]
    return {
        "release_id": release.release_id,
        "current": is_current,
        "created_at": manifest["created_at"],
        "batch_id": manifest["batch_id"],
        "code": manifest["code"],
        "inputs": len(manifest["inputs"]),
        "rows": sum(manifest["rows"].values()),
        "findings": findings,
        "folder": str(release.folder),
        "shown_current": "●" if is_current else "",
        "shown_created": release.created_at,
        "shown_code": manifest["code"]["commit"] or manifest["code"]["version"],
        **{f"shown_{level}": findings.get(level, 0) for level in LEVELS},
    }
