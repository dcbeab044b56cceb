"""``taizhang report``: the papers of a period, from one release."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from orchestration.command.errors import CommandError

if TYPE_CHECKING:
    from orchestration.reports.issue import Builder

#: Kind of paper → the kinds of period that it is made for.
_PERIODS = {
    "dispatch": ("half_month",),
    "bulletin": ("month",),
    "self-inspection": ("year",),
}
_EXAMPLES = {"half_month": "2026-03-H1", "month": "2026-03", "year": "2026"}


@click.command()
@click.argument("kind", metavar="dispatch|bulletin|self-inspection", type=click.Choice(list(_PERIODS)))
@click.option("--period", "-p", required=True, metavar="P", help="期间：半月 2026-03-H1，月 2026-03，年 2026。")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="写到哪里：.docx 或 .xlsx；不写则两种都生成。",
)
@click.option("--release", "release_id", default="current", metavar="ID", help="用哪个版本；不写用当前版本。")
def command(kind: str, period: str, output: Path | None, release_id: str) -> None:
    """公文：半月调度表、月通报、自查情况报告，只读一个版本。

    同一版本生成的文件逐字节相同；后来的更正见下一期。

    \b
    例：taizhang report dispatch --period 2026-03-H1
        taizhang report bulletin --period 2026-03 -o 3月通报.docx
        taizhang report self-inspection --period 2021 --release 20260407T020000
    """
    from orchestration.reports.issue import SUFFIXES, papers_of, write
    from sources.home import Home

    _check_period(kind, period)
    suffixes = SUFFIXES if output is None else (_suffix(output),)
    home = Home.from_environment()
    for paper in papers_of(home, release_id, period, _builder(kind)):
        for suffix in suffixes:
            written = write(home, paper, output or Path(f"{paper.name}{suffix}"))
            click.echo(f"已写入 {written}（版本 {paper.release_id}）")


def _builder(kind: str) -> Builder:
    from orchestration.reports.bulletin import bulletin
    from orchestration.reports.dispatch import dispatch
    from orchestration.reports.self_inspection import self_inspection

    builders = {"dispatch": dispatch, "bulletin": bulletin, "self-inspection": self_inspection}
    return lambda facts, period: [builders[kind](facts, period)]


def _check_period(kind: str, period: str) -> None:
    from sources.periods import kind_of

    if kind_of(period) not in _PERIODS[kind]:
        wanted = "、".join(_EXAMPLES[one] for one in _PERIODS[kind])
        raise CommandError(f"“{period}”不是 {kind} 的期间，应形如 {wanted}")


def _suffix(path: Path) -> str:
    from orchestration.reports.issue import SUFFIXES

    if path.suffix not in SUFFIXES or path.is_dir() or not path.parent.is_dir():
        raise CommandError(f"写不了 {path}：请给出已有文件夹中以 {' 或 '.join(SUFFIXES)} 结尾的文件名")
    return path.suffix
