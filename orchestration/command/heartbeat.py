"""``taizhang heartbeat``: whether the last night ran, for the machine's own clock."""

from __future__ import annotations

import click


@click.command()
def command() -> None:
    """心跳：最近一夜的作业有没有发布；没有时告知值班人员（一夜一次），退出码为 1。

    Dagster 自己停了就不会报警，所以请用系统的 cron 每天运行本命令。

    \b
    例：taizhang heartbeat
        crontab：30 6 * * * taizhang heartbeat
    """
    from orchestration.command.errors import FINDINGS
    from orchestration.duty.heartbeat import missed, tell
    from sources.home import Home
    from sources.inbox import now

    home, at = Home.from_environment(), now()
    sentence = missed(home, at)
    if sentence is None:
        click.echo("夜间作业正常。")
        return
    tell(home, sentence, at)
    click.secho(sentence, err=True, fg="red")
    raise click.exceptions.Exit(FINDINGS)
