"""``taizhang findings``: what is wrong in the current release, and the answers to it."""

from __future__ import annotations

from typing import Any

import click

from orchestration.command import answering

#: As many equal findings are shown one by one; more are one line.
SHOWN_EACH = 5


@click.group(
    invoke_without_command=True,
    options_metavar="[选项]",
    subcommand_metavar="[explain | accept | return | waive | withdraw]",
)
@answering.filters
@click.option(
    "--status",
    type=click.Choice(answering.STATUSES),
    default="open",
    show_default=True,
    metavar="S",
    help="open 未决（各种状态），closed 已被新的报送取代，all 全部；或一种状态：new、explained、accepted、returned、waived、lapsed、reopened、resolved。",
)
@click.option("--each", is_flag=True, help="同一列的同类问题也逐条列出。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON（总是逐条，同类问题的 group 相同）。")
@click.pass_context
def command(ctx: click.Context, /, status: str, each: bool, as_json: bool, **chosen: str | None) -> None:
    """列出审核发现的问题：哪张表、哪个单元格、错在哪里；说明、接受、退回、豁免。

    \b
    例：taizhang findings --level 强制
        taizhang findings --form F01 --period 2026-03 --json
        taizhang findings --status lapsed
        taizhang findings explain 3f9c2a71b0d4e586 --text "3月有两笔设备款提前支付，合同见附件" --by 王某
        taizhang findings accept --form F01 --period 2026-03 --by 李某 --preview
    """
    if ctx.invoked_subcommand is not None:
        return
    from orchestration.command.listing import show
    from sources.home import Home
    from sources.published.findings import find
    from sources.published.read import connect
    from sources.published.restricted import unmask

    wanted = {**answering.wanted(chosen), "status": None if status == "all" else status}
    with unmask(connect(Home.from_environment())) as connection:
        rows = find(connection, wanted)
    title = f"问题（{len(rows)} 条）"
    shown = rows if each or as_json else _grouped(rows)
    show(answering.named(shown), answering.COLUMNS, title=title, as_json=as_json, empty="没有符合条件的问题。")


def _grouped(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows with each large group as its first one, which says how many there are and where."""
    shown: list[dict[str, Any]] = []
    told: set[str] = set()
    for row in rows:
        if row["group_size"] <= SHOWN_EACH:
            shown.append(row)
        elif row["group"] not in told:
            told.add(row["group"])
            cells = [other["cell"] for other in rows if other["group"] == row["group"]][:3]
            where = "、".join(cell for cell in cells if cell)
            more = f"（同一列共 {row['group_size']} 条，--each 逐条列出）"
            shown.append({**row, "cell": f"{where}等{row['group_size']}处", "message": f"{row['message']}{more}"})
    return shown


for _answer in answering.ANSWERS:
    command.add_command(_answer)
