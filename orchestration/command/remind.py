"""``taizhang remind``: one digest per person of what is overdue, sent back or about to fall due."""

from __future__ import annotations

import click


@click.command()
@click.option("--dry-run", is_flag=True, help="只显示会发什么，不发送。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def command(dry_run: bool, as_json: bool) -> None:
    """提醒：逾期未报、整份退回待重报、退回待改、两个工作日内到期的报送，每人每天一条，汇总发送。

    收件人和渠道（邮件、企业微信、钉钉、通用 webhook、门户）写在 TAIZHANG_HOME 下的 messages.toml；
    没有这个文件或 enabled = false 时不发送。中断后重来不会重复发送。

    \b
    例：taizhang remind --dry-run
        taizhang remind
    """
    from dataclasses import asdict

    from orchestration.command.errors import FINDINGS
    from orchestration.command.listing import Column, show
    from orchestration.messages.configuration import load_configuration
    from orchestration.messages.outbox import deliver
    from orchestration.messages.reminder import reminders
    from sources.home import Home
    from sources.inbox import now

    home, today = Home.from_environment(), now().date()
    configuration = load_configuration(home)
    found = reminders(home, configuration, today)
    if dry_run:
        rows = [{"person": one.person.name, "title": one.title, "text": one.text} for one in found]
        columns = [Column("person", "收件人"), Column("title", "标题"), Column("text", "内容")]
        show(rows, columns, as_json=as_json, empty="今天没有要提醒的，或没有配置收件人（messages.toml）。")
        return
    if not configuration.enabled:
        click.echo("提醒没有启用（messages.toml 中 enabled = true 后才发送）；可用 --dry-run 查看内容。", err=True)
    states = {"sent": "已发送", "failed": "未送出，下次再试", "refused": "对方拒收", "uncertain": "不知是否送达"}
    rows = [asdict(one) | {"shown_state": states[one.state]} for one in deliver(home, configuration, found)]
    columns = [
        Column("person", "收件人"),
        Column("channel", "渠道"),
        Column("shown_state", "结果"),
        Column("reason", "原因"),
    ]
    show(rows, columns, as_json=as_json, empty="没有发送任何提醒。")
    if any(row["state"] != "sent" for row in rows):
        raise click.exceptions.Exit(FINDINGS)
