"""``taizhang serve``: the portal, its worker and Dagster, until Ctrl-C."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from orchestration.children import Child
    from sources.home import Home

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@click.command()
@click.option(
    "--port", metavar="N", type=click.IntRange(1, 65535), default=8000, show_default=True, help="门户的端口。"
)
@click.option(
    "--host", metavar="H", default="127.0.0.1", show_default=True, help="在哪个地址上监听；默认只有本机能访问。"
)
@click.option("--dagster-port", metavar="N", type=click.IntRange(1, 65535), default=3333, help="Dagster 页面的端口。")
@click.option("--no-dagster", is_flag=True, help="不启动 Dagster（夜间作业另行安排时）。")
def command(port: int, host: str, dagster_port: int, no_dagster: bool) -> None:
    """启动门户、审核程序和 Dagster，按 Ctrl-C 停止。

    数据库默认为 TAIZHANG_HOME 下的 SQLite 文件；多台机器共用时设置 TAIZHANG_DATABASE_URL。对本机以外开放时，
    用 TAIZHANG_HOSTS 写明访问所用的主机名，并在前面放一台 https 代理（TAIZHANG_HTTPS=1）。

    \b
    例：taizhang serve
        taizhang serve --port 8080 --no-dagster
        TAIZHANG_HOSTS=taizhang.example taizhang serve --host 0.0.0.0
    """
    from orchestration.children import Children
    from orchestration.command.errors import OUR_FAILURE, CommandError
    from portal.site.start import StartError, prepare, server
    from sources.home import Home

    home = Home.from_environment()
    os.environ["TAIZHANG_HOME"] = str(home.root)
    try:
        prepare()
        run = server(host, port)
    except StartError as error:
        raise CommandError(f"{error}。", OUR_FAILURE) from error
    # SIGINT too: a shell that starts us in the background has it ignored.
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _interrupt)
    with Children(_children(home, None if no_dagster else dagster_port)):
        _say(home, host, port, None if no_dagster else dagster_port)
        run()
    click.echo("已停止。", err=True)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    """End as with Ctrl-C, so that the children are stopped too."""
    raise KeyboardInterrupt


def _children(home: Home, dagster_port: int | None) -> list[Child]:
    from orchestration.children import Child
    from orchestration.night.instance import prepare_instance

    log = home.root / "log"
    children = [Child([sys.executable, "-m", "portal.worker"], log / "worker.log")]
    if dagster_port is not None:
        words = ["dagster", "dev", "-h", "127.0.0.1", "-p", str(dagster_port), "-m", "orchestration.definitions"]
        environment = {"DAGSTER_HOME": str(prepare_instance(home)), "DAGSTER_DISABLE_TELEMETRY": "yes"}
        children.append(Child([sys.executable, "-m", *words], log / "dagster.log", environment))
    return children


def _say(home: Home, host: str, port: int, dagster_port: int | None) -> None:
    from portal.people.models import Person
    from portal.people.roles import Role

    click.echo(f"门户　　　http://{host}:{port}/", err=True)
    click.echo(f"审核程序　在后台运行，日志 {home.root / 'log' / 'worker.log'}", err=True)
    if dagster_port is not None:
        click.echo(f"Dagster　 http://127.0.0.1:{dagster_port}/", err=True)
    click.echo(f"数据与日志 {home.root}", err=True)
    if not Person.objects.active().filter(role=Role.ADMINISTRATOR).exists():
        click.secho("还没有管理员：另开一个窗口运行 taizhang people add-admin 用户名", fg="yellow", err=True)
    if host not in _LOOPBACK and not os.environ.get("TAIZHANG_HOSTS"):
        click.secho("对外开放还需要 TAIZHANG_HOSTS=主机名，否则用主机名访问会被拒绝。", fg="yellow", err=True)
    click.echo("按 Ctrl-C 停止。", err=True)
