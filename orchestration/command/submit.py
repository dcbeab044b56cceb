"""``taizhang submit``: puts files into the inbox, where the next run judges them."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--form", metavar="FORM", help="这些文件是哪张表：标识、编码（F01）或名称；不给则自动识别。")
@click.option("--department", metavar="D", help="由哪个部门报送：代码或名称。")
@click.option("--period", metavar="P", help="数据所属期，如 2026-03；不给则从工作簿中读取。")
def command(files: tuple[Path, ...], form: str | None, department: str | None, period: str | None) -> None:
    """把工作簿放进收件箱，等待下一次审核。

    同一文件重复报送只算一次。想先看有没有问题，用 taizhang check。

    \b
    例：taizhang submit 重点项目3月.xlsx --department 项目建设部
        taizhang submit *.xlsx --period 2026-03
    """
    from orchestration.command.choices import department_named, form_named, period_named
    from orchestration.command.errors import CommandError
    from sources.contract import load_catalog
    from sources.home import Home
    from sources.inbox import InboxError, submit

    catalog = load_catalog()
    form = form_named(form, catalog) if form else None
    department = department_named(department, catalog) if department else None
    period = period_named(period) if period else None
    home = Home.from_environment()
    refused = [f"没有文件 {path}" for path in files if not path.exists()]
    refused += [f"{path} 是文件夹，请给出其中的文件" for path in files if path.is_dir()]
    for path in filter(Path.is_file, files):
        try:
            receipt = submit(home, path, form=form, department=department, period=period)
        except InboxError as error:
            refused.append(str(error))
            continue
        word = "已报送过" if receipt.known else "已收下"
        click.echo(f"{word}  {path.name}  报送编号 {receipt.submission_id}")
    if refused:
        raise CommandError("\n".join(refused))
    click.echo("运行 taizhang refresh 进行审核和发布。", err=True)
