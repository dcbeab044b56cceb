"""``taizhang report``: the papers of a period, from one release; and a paper of others compared with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from orchestration.command.errors import CommandError
from orchestration.reports.kinds import EXAMPLES, PERIODS

if TYPE_CHECKING:
    from orchestration.reports.paper import Paper

_RELEASE = click.option("--release", "release_id", default="current", metavar="ID", help="用哪个版本；不写用当前版本。")
#: Kind of paper → what its help says.
_HELP = {
    "dispatch": "半月调度表：在谈项目进展与重点项目亮灯。",
    "bulletin": "月通报：总体情况、排名、亮灯、报送质量、交办事项、要求。",
    "letters": "函件拟稿：按阶梯草拟提醒函、督办函、约谈通知，不发送。",
    "self-inspection": "自查情况报告：一年的改革工作，每个数都有出处。",
}


@click.group(options_metavar="[选项]", subcommand_metavar="dispatch|bulletin|letters|self-inspection|compare …")
def command() -> None:
    """公文：半月调度表、月通报、函件拟稿、自查情况报告，只读一个版本；compare 核对别人写的报告。

    同一版本生成的文件逐字节相同；后来的更正见下一期。

    \b
    例：taizhang report dispatch --period 2026-03-H1
        taizhang report bulletin --period 2026-03 -o 3月通报.docx
        taizhang report letters --period 2026-03 -o 函件
        taizhang report self-inspection --period 2021 --release 20260407T020000
        taizhang report compare 自查报告.docx --period 2021
    """


def _paper_command(kind: str) -> click.Command:
    wanted = EXAMPLES[PERIODS[kind]]

    @click.option("--period", "-p", required=True, metavar="P", help=f"期间，形如 {wanted}。")
    @click.option(
        "--output",
        "-o",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="写到哪里：一个已有的文件夹，一封一个文件。"
        if kind == "letters"
        else "写到哪里：.docx 或 .xlsx，不写则两种都生成。",
    )
    @_RELEASE
    def write_papers(period: str, output: Path | None, release_id: str) -> None:
        from orchestration.reports.issue import papers_of, write
        from orchestration.reports.kinds import builder
        from sources.home import Home

        _check_period(kind, period)
        home = Home.from_environment()
        paths = _in_folder(output) if kind == "letters" else _beside(output)
        for paper in papers_of(home, release_id, period, builder(kind)):
            for path in paths(paper):
                click.echo(f"已写入 {write(home, paper, path)}（版本 {paper.release_id}）")

    return click.command(kind, help=_HELP[kind], options_metavar="[选项]")(write_papers)


for _kind in PERIODS:
    command.add_command(_paper_command(_kind))


@command.command("compare", options_metavar="[选项]")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE")
@click.option("--period", "-p", required=True, metavar="P", help="报告说的是哪一期：年 2021，月 2026-03，季 2026-Q1。")
@_RELEASE
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def compare(file: Path, period: str, release_id: str, as_json: bool) -> None:
    """核对一份报告（.docx）：正文中的数与已发布的指标逐段比较（规则 E22）。

    同一句里写明指标名称、单位相同的数才比较；没有比较的数逐一列出并说明原因，表格里的数不比较，只说有几张表。
    有差异时退出码为 1。

    \b
    例：taizhang report compare 自查报告.docx --period 2021
        taizhang report compare 3月汇报.docx --period 2026-03 --json
    """
    from orchestration.command.compared import show_comparison
    from orchestration.command.errors import FINDINGS
    from orchestration.reports.compare import compare_file
    from sources.home import Home
    from sources.periods import kind_of

    if kind_of(period) not in ("year", "month", "quarter"):
        raise CommandError(f"“{period}”不是期间，应形如 2021、2026-03 或 2026-Q1")
    comparison = compare_file(Home.from_environment(), release_id, file, period)
    show_comparison(comparison, as_json=as_json)
    if comparison.differing:
        raise click.exceptions.Exit(FINDINGS)


def _beside(output: Path | None) -> Callable[[Paper], list[Path]]:
    """Return where a paper goes: to the file that was named, or to one of each kind in the working folder."""
    from orchestration.reports.issue import SUFFIXES

    if output is not None:
        named = _checked(output)
        return lambda paper: [named]
    return lambda paper: [Path(f"{paper.name}{suffix}") for suffix in SUFFIXES]


def _in_folder(output: Path | None) -> Callable[[Paper], list[Path]]:
    """Return where letters go: each to a document of its own, their register to a workbook."""
    from orchestration.reports.issue import suffixes_of

    folder = output or Path()
    if not folder.is_dir():
        raise CommandError(f"{folder} 不是已有的文件夹；函件一封一个文件，请给出文件夹")
    return lambda paper: [folder / f"{paper.name}{suffix}" for suffix in suffixes_of(paper)]


def _check_period(kind: str, period: str) -> None:
    from sources.periods import kind_of

    if kind_of(period) != PERIODS[kind]:
        raise CommandError(f"“{period}”不是 {kind} 的期间，应形如 {EXAMPLES[PERIODS[kind]]}")


def _checked(path: Path) -> Path:
    from orchestration.reports.issue import SUFFIXES

    if path.suffix not in SUFFIXES or path.is_dir() or not path.parent.is_dir():
        raise CommandError(f"写不了 {path}：请给出已有文件夹中以 {' 或 '.join(SUFFIXES)} 结尾的文件名")
    return path
