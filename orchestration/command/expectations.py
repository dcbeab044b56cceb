"""``taizhang expectations``: the suite by which Great Expectations judges a form."""

from __future__ import annotations

import click


@click.command()
@click.argument("form", metavar="表")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def command(form: str, as_json: bool) -> None:
    """列出一张表的期望：类型、列、规则、级别、提示语。

    期望由表的声明推出，报送的文件逐条按它判定；表用 id、编码或名称指定。

    \b
    例：taizhang expectations key_projects
        taizhang expectations F01
        taizhang expectations 重点项目月度调度表 --json
    """
    from expectations.described import described
    from orchestration.command.choices import LEVELS, form_named
    from orchestration.command.listing import Column, show
    from sources.contract import load_catalog
    from sources.rules import load_register

    catalog = load_catalog()
    chosen = catalog.forms[form_named(form, catalog)]
    found = [expectation.as_row() for expectation in described(chosen, catalog, load_register(catalog))]
    rows = [
        {**row, "shown_titles": "、".join(row["titles"]), "shown_level": LEVELS[row["level"]], "shown_bounds": _bounds(row["bounds"])}
        for row in found
    ]  # fmt: skip
    columns = (
        Column("type", "期望"),
        Column("shown_titles", "列"),
        Column("shown_bounds", "范围"),
        Column("rule", "规则"),
        Column("shown_level", "级别"),
        Column("mostly", "应满足的比例"),
        Column("message", "提示语"),
    )
    show(rows, columns, title=f"《{chosen.title}》的期望（{len(rows)} 条）", as_json=as_json)


def _bounds(bounds: dict[str, object]) -> str:
    said = {"min_value": "≥ {:g}", "max_value": "≤ {:g}"}
    limits = [text.format(bounds[name]) for name, text in said.items() if name in bounds]
    choices = bounds.get("value_set")
    return "，".join(limits) or ("、".join(map(str, choices)) if isinstance(choices, list) else "")
