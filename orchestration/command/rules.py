"""``taizhang rules``: the register of rules."""

from __future__ import annotations

import click

_LEVELS = {"mandatory": "强制", "verify": "核实", "notice": "提示"}


@click.command()
@click.option("--form", metavar="表", help="只列出适用于一张表的规则：表的 id、编码或名称。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
@click.option("--lint", is_flag=True, help="检查规则本身：提示语填得上、有效期不重叠、每条规则有通过和不通过的例子。")
def command(form: str | None, as_json: bool, lint: bool) -> None:
    """列出审核规则：编码、级别、适用的表、提示语。

    \b
    例：taizhang rules
        taizhang rules --form 重点项目月度调度表
        taizhang rules --json
        taizhang rules --lint
    """
    from orchestration.command.errors import FINDINGS, CommandError
    from orchestration.command.listing import Column, show
    from sources.contract import load_catalog
    from sources.rules import load_register

    catalog = load_catalog()
    if lint:
        from orchestration.rule_lint import faults, without_examples

        register = load_register(catalog)
        found = [*faults(catalog, register), *without_examples(catalog, register)]
        if found:
            raise CommandError("\n".join(found), FINDINGS)
        click.echo("规则没有问题。")
        return
    try:
        chosen = catalog.form(form).id if form else None
    except KeyError as error:
        raise CommandError(str(error.args[0])) from error
    rows = [
        {
            "code": rule.code,
            "level": rule.level.value,
            "about": rule.about,
            "forms": list(rule.forms),
            "looks_at": rule.looks_at,
            "message": rule.says,
            "fields": list(rule.fields),
            "asks": rule.asks,
            "tolerance": rule.tolerance,
            "missing": rule.missing,
            "version": rule.version,
            "owner": rule.owner,
            "since": rule.since,
            "until": rule.until,
            "trial": rule.trial,
            "shown_level": _LEVELS[rule.level] + ("（试运行）" if rule.trial else ""),
            "shown_forms": "、".join(catalog.forms[name].title for name in rule.forms if name in catalog.forms)
            or "全部",
        }
        for rule in load_register(catalog)
        if chosen is None or not rule.forms or chosen in rule.forms
    ]
    columns = (
        Column("code", "编码"),
        Column("shown_level", "级别"),
        Column("about", "规则"),
        Column("shown_forms", "适用的表"),
        Column("message", "提示语"),
    )
    show(rows, columns, title=f"审核规则（{len(rows)} 条）", as_json=as_json)
