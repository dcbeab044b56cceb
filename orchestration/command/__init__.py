"""The command ``taizhang``: one file per command beside this one (``group.Commands`` finds them)."""

from __future__ import annotations

import click

from orchestration.command.group import Commands
from orchestration.command.wording import speak_chinese

speak_chinese()


def _show_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted:
        # Late: reading the distribution's metadata takes as long as the rest of the help.
        from importlib.metadata import version

        click.echo(f"台账 taizhang {version('taizhang')}")
        ctx.exit()


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    options_metavar="[选项]",
    subcommand_metavar="命令 …",
)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="显示版本号。")
def main() -> None:
    """台账：从部门的工作簿，到可追溯到单元格的指标。

    数据放在 TAIZHANG_HOME 指定的文件夹（默认 ./var）。

    \b
    退出码：0 完成；1 有问题或检查未通过；2 输入不可用；3 程序自身出错。
    """
