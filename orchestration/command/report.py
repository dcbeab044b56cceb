"""``taizhang report``: the papers of a period, from one release."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from orchestration.command.errors import CommandError

if TYPE_CHECKING:
    from orchestration.reports.issue import Builder
    from orchestration.reports.paper import Paper

#: Kind of paper → the kinds of period that it is made for.
_PERIODS = {
    "dispatch": ("half_month",),
    "bulletin": ("month",),
    "letters": ("month",),
    "self-inspection": ("year",),
}
_EXAMPLES = {"half_month": "2026-03-H1", "month": "2026-03", "year": "2026"}


@click.command()
@click.argument("kind", metavar="dispatch|bulletin|letters|self-inspection", type=click.Choice(list(_PERIODS)))
@click.option("--period", "-p", required=True, metavar="P", help="期间：半月 2026-03-H1，月 2026-03，年 2026。")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="写到哪里：.docx 或 .xlsx，不写则两种都生成；函件写一个已有的文件夹。",
)
@click.option("--release", "release_id", default="current", metavar="ID", help="用哪个版本；不写用当前版本。")
def command(kind: str, period: str, output: Path | None, release_id: str) -> None:
    """公文：半月调度表、月通报、函件拟稿、自查情况报告，只读一个版本。

    同一版本生成的文件逐字节相同；后来的更正见下一期。

    \b
    例：taizhang report dispatch --period 2026-03-H1
        taizhang report bulletin --period 2026-03 -o 3月通报.docx
        taizhang report letters --period 2026-03 -o 函件
        taizhang report self-inspection --period 2021 --release 20260407T020000
    """
    from orchestration.reports.issue import papers_of, write
    from sources.home import Home

    _check_period(kind, period)
    home = Home.from_environment()
    paths = _in_folder(output) if kind == "letters" else _beside(output)
    for paper in papers_of(home, release_id, period, _builder(kind)):
        for path in paths(paper):
            click.echo(f"已写入 {write(home, paper, path)}（版本 {paper.release_id}）")


def _beside(output: Path | None) -> Callable[[Paper], list[Path]]:
    """Return where a paper goes: to the file that was named, or to one of each kind in the working folder."""
    from orchestration.reports.issue import SUFFIXES

    if output is not None:
        named = _checked(output)
        return lambda paper: [named]
    return lambda paper: [Path(f"{paper.name}{suffix}") for suffix in SUFFIXES]


def _in_folder(output: Path | None) -> Callable[[Paper], list[Path]]:
    """Return where letters go: each to a document of its own, their list to a workbook."""
    from orchestration.reports.letters import is_list

    folder = output or Path()
    if not folder.is_dir():
        raise CommandError(f"{folder} 不是已有的文件夹；函件一封一个文件，请给出文件夹")
    return lambda paper: [folder / f"{paper.name}{'.xlsx' if is_list(paper) else '.docx'}"]


def _builder(kind: str) -> Builder:
    from orchestration.reports.bulletin import bulletin
    from orchestration.reports.dispatch import dispatch
    from orchestration.reports.letters import letters
    from orchestration.reports.self_inspection import self_inspection

    if kind == "letters":
        return letters
    builders = {"dispatch": dispatch, "bulletin": bulletin, "self-inspection": self_inspection}
    return lambda facts, period: [builders[kind](facts, period)]


def _check_period(kind: str, period: str) -> None:
    from sources.periods import kind_of

    if kind_of(period) not in _PERIODS[kind]:
        wanted = "、".join(_EXAMPLES[one] for one in _PERIODS[kind])
        raise CommandError(f"“{period}”不是 {kind} 的期间，应形如 {wanted}")


def _checked(path: Path) -> Path:
    from orchestration.reports.issue import SUFFIXES

    if path.suffix not in SUFFIXES or path.is_dir() or not path.parent.is_dir():
        raise CommandError(f"写不了 {path}：请给出已有文件夹中以 {' 或 '.join(SUFFIXES)} 结尾的文件名")
    return path
