"""``taizhang refresh``: the nightly job, here and now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console

    from sources.home import Home


@click.command()
@click.option("--full", is_flag=True, help="从收件箱里的全部原件重新审核、重建入库数据。")
@click.option("--as-of", metavar="T", help="重建到 T 为止所知的数据（日期或时刻，北京时间），另存一份，不发布。")
@click.option("--or-sample", is_flag=True, help="还没有收到过任何文件时，先写入一个示例园区的工作簿。")
@click.option("--json", "as_json", is_flag=True, help="结果输出为一个 JSON 对象。")
def command(full: bool, as_of: str | None, or_sample: bool, as_json: bool) -> None:
    """刷新：收件、审核、建库、发布，与每晚 02:00 的作业相同。

    有工作簿被退回不算失败：其余照常发布。退出码：0 已发布；1 检查未通过，没有发布；3 程序自身出错。

    --as-of 只用到 T 为止收到并审核的报送和作出的决定，不收件，当前版本不变；结果在 releases/as-of/ 下。

    \b
    例：taizhang refresh
        taizhang refresh --or-sample
        taizhang refresh --full --json
        taizhang refresh --as-of 2026-03-31
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
        if as_of is not None:
            if full or or_sample:
                raise CommandError("--as-of 不收件、不重审，不能与 --full、--or-sample 同用。")
            _show_as_of(home, console, as_of, as_json)
            return
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


def _show_as_of(home: Home, console: Console, text: str, as_json: bool) -> None:
    """Build what was known at a moment and say where it lies."""
    from orchestration.command.listing import show_json
    from orchestration.history.moment import past_moment
    from orchestration.history.refresh import refresh_as_of
    from orchestration.night.progress import shown_progress
    from orchestration.night.run import Stage
    from sources.inbox import now

    moment = past_moment(text, now())
    with shown_progress(console) as watch:
        found = refresh_as_of(home, moment, lambda node, done, total: watch(Stage.BUILD, node, done, total))
    if as_json:
        show_json(found.as_json())
        return
    click.echo(f"到 {found.as_of:%Y-%m-%d %H:%M:%S} 为止所知的数据（{found.submissions} 份报送）已另存，当前版本不变：")
    click.echo(str(found.warehouse))


def _write_sample_when_empty(home: Home, console: Console) -> None:
    """Fill the drop folder with the sample zone, when nothing was ever received and nothing waits."""
    from orchestration.night.sample_zone import drop_sample, is_untouched

    if is_untouched(home):
        console.print("还没有收到过任何文件：先写入示例园区（虚构数据）的工作簿…")
        console.print(f"已写入 {drop_sample(home)} 个工作簿到 {home.drop}")
