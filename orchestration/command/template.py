"""``taizhang template``: the workbook that a clerk fills in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from orchestration.command.errors import CommandError

if TYPE_CHECKING:
    from sources.contract import Form

_SHAPES = {"month": "2026-03", "half_month": "2026-03-H1", "quarter": "2026-Q1", "year": "2026"}


@click.command()
@click.argument("form", metavar="FORM")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(),
    help="写到哪个文件或文件夹；默认当前文件夹，以表名命名。",
)
@click.option("--period", metavar="P", help="报送期间，写入标题，如 2026-03、2026-Q1、2026。")
@click.option("--department", metavar="D", help="填报单位（编码或名称）；默认为该表的报送部门。")
def command(form: str, output: str | None, period: str | None, department: str | None) -> None:
    """生成一张表的填报模板（Excel）。

    FORM 写表的编码、名称或 id（见 taizhang forms）。模板带标题、单位、必填标记、下拉列表和填写说明，填好后可直接报送。

    \b
    例：taizhang template F01
        taizhang template F01 --period 2026-03 -o 3月.xlsx
        taizhang template 企业名录 --department 企业服务部
        taizhang template reform_tasks -o 模板/
    """
    # Late: openpyxl and the forms are needed only when a workbook is written.
    from sources.contract import load_catalog
    from sources.template import write_template

    catalog = load_catalog()
    try:
        wanted = catalog.form(form)
        _check_period(wanted, period)
        path = _path(wanted, output, period)
        write_template(wanted, catalog, path, period=period, department=department)
    except KeyError as error:
        raise CommandError(str(error.args[0])) from error
    except OSError as error:
        raise CommandError(f"写不了文件 {error.filename or output}：{error.strerror}") from error
    click.echo(f"已生成《{wanted.title}》模板：{path}")


def _check_period(form: Form, period: str | None) -> None:
    from sources.periods import kind_of

    if period is None:
        return
    kind = kind_of(period)
    if kind is None:
        raise CommandError(f"“{period}”不是期间，应形如 {'、'.join(_SHAPES.values())}。")
    if form.period in _SHAPES and kind != form.period:
        raise CommandError(f"《{form.title}》的期间应形如 {_SHAPES[form.period]}，不是“{period}”。")


def _path(form: Form, output: str | None, period: str | None) -> Path:
    """Return where to write; a file that nobody named is never overwritten, it may be filled in already."""
    from sources.periods import chinese

    name = f"{form.title}{f'（{chinese(period)}）' if period else ''}.xlsx"
    chosen = Path(output or "")
    if output and not chosen.is_dir() and not output.endswith("/"):
        return chosen if chosen.suffix else chosen.with_suffix(".xlsx")
    path = chosen / name
    if path.exists():
        raise CommandError(f"“{path}”已存在，可能已填写；请用 -o 另取名。")
    return path
