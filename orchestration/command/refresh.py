"""``taizhang refresh``: the nightly job, here and now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console

    from sources.home import Home


@click.command()
@click.option("--full", is_flag=True, help="从收件箱里的全部原件重新审核、重建入库数据。")
@click.option("--or-sample", is_flag=True, help="还没有收到过任何文件时，先写入一个示例园区的工作簿。")
@click.option("--json", "as_json", is_flag=True, help="结果输出为一个 JSON 对象。")
def command(full: bool, or_sample: bool, as_json: bool) -> None:
    """刷新：收件、审核、建库、发布，与每晚 02:00 的作业相同。

    有工作簿被退回不算失败：其余照常发布。退出码：0 已发布；1 检查未通过，没有发布；3 程序自身出错。

    \b
    例：taizhang refresh
        taizhang refresh --or-sample
        taizhang refresh --full --json
    """
    from rich.console import Console

    from orchestration.command.errors import FINDINGS, OUR_FAILURE, CommandError
    from orchestration.command.listing import show_json
    from orchestration.night.progress import shown_progress
    from orchestration.night.refresh import refresh
    from orchestration.night.summary import summary
    from orchestration.night.trouble import known_trouble
    from sources.contract import load_catalog
    from sources.home import Home

    home = Home.from_environment()
    console = Console(stderr=True, highlight=False, markup=False)
    try:
        if or_sample:
            _write_sample_when_empty(home, console)
        with shown_progress(console) as watch:
            report = refresh(home, watch, full=full)
    except (Exception, KeyboardInterrupt) as error:
        said = known_trouble(error)
        if said is None:
            raise
        raise CommandError(said, OUR_FAILURE) from error
    if as_json:
        show_json(report.as_json())
    else:
        click.echo(summary(report, load_catalog().code_lists["departments"].codes))
    if report.release is None:
        raise click.exceptions.Exit(FINDINGS)


def _write_sample_when_empty(home: Home, console: Console) -> None:
    """Fill the drop folder with the sample zone, when nothing was ever received and nothing waits."""
    from orchestration.night.sample_zone import drop_sample, is_untouched

    if is_untouched(home):
        console.print("还没有收到过任何文件：先写入示例园区（虚构数据）的工作簿…")
        console.print(f"已写入 {drop_sample(home)} 个工作簿到 {home.drop}")
