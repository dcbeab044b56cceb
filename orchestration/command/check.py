"""``taizhang check``: judges a file without submitting it."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from expectations.check import Checked
    from sources.contract import Catalog
    from sources.reader.model import Table

_VERDICTS = {"accepted": "通过", "rejected": "退回：有强制性问题", "unreadable": "无法识别"}
_COLORS = {"accepted": "green", "rejected": "red", "unreadable": "red"}
_LEVELS = {"mandatory": "强制（必须改正）", "verify": "核实（改正或说明）", "notice": "提示"}
_EXIT = {"accepted": 0, "rejected": 1, "unreadable": 2}


@click.command()
@click.argument("file", metavar="文件", type=click.Path(path_type=Path))
@click.option("--form", metavar="表", help="表的 id、编码或名称；不写则从表头识别。")
@click.option("--department", metavar="部门", help="报送部门的代码或名称；不写则从表内识别。")
@click.option("--period", metavar="期间", help="如 2026-03、2026-03-H1、2026-Q1、2026；不写则从表内识别。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
@click.option("--rows", is_flag=True, help="JSON 中列出每一行的值、原文和单元格。")
def command(
    file: Path, form: str | None, department: str | None, period: str | None, as_json: bool, rows: bool
) -> None:
    """检查一个文件，不报送；逐单元格指出问题。

    退出码：0 通过，1 有强制性问题，2 打不开或认不出。

    \b
    例：taizhang check 重点项目3月.xlsx
        taizhang check 台账.xlsx --form key_projects --period 2026-03 --json --rows
    """
    from orchestration.command.listing import show_json
    from sources.contract import load_catalog

    catalog = load_catalog()
    checked = _checked(file, form, department, period, catalog)
    if as_json or rows:
        from expectations.check import as_json as plain

        show_json(plain(checked, catalog, rows=rows))
    else:
        _show(checked, catalog)
    raise SystemExit(_EXIT[checked.verdict])


def _checked(file: Path, form: str | None, department: str | None, period: str | None, catalog: Catalog) -> Checked:
    """Read and judge. Raises ``CommandError`` for a file or an option that cannot be used."""
    from expectations.check import check
    from orchestration.command.errors import CommandError
    from sources.periods import kind_of
    from sources.reader.worker import Job, read_apart
    from sources.rules import load_register

    if not file.is_file():
        raise CommandError(f"没有文件“{file}”。")
    if period is not None and kind_of(period) is None:
        raise CommandError(f"“{period}”不是期间，应形如 2026-03、2026-03-H1、2026-Q1、2026。")
    try:
        chosen = catalog.form(form).id if form else None
    except KeyError as error:
        raise CommandError(str(error.args[0])) from error
    sender = _department(department, catalog) if department else None
    with file.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    reading = read_apart(Job(file, file.name, digest, chosen, sender, period), catalog)
    return check(reading, catalog, load_register(catalog))


def _department(name: str, catalog: Catalog) -> str:
    """Return the code of a department named by code, name or alias."""
    from orchestration.command.errors import CommandError

    departments = catalog.code_lists["departments"]
    official = departments.spellings().get(name)
    for code, title in departments.codes.items():
        if title == official:
            return code
    raise CommandError(f"没有部门“{name}”。现有：{'、'.join(departments.names)}")


def _show(checked: Checked, catalog: Catalog) -> None:
    from orchestration.command.listing import show_table

    click.secho(f"{checked.reading.file}：{_VERDICTS[checked.verdict]}", fg=_COLORS[checked.verdict], bold=True)
    for table in checked.reading.tables:
        click.echo(_recognised(table, catalog))
    for level, title in _LEVELS.items():
        found = [finding for finding in checked.findings if finding.level == level]
        if found:
            rows = [[finding.sheet, finding.cell, finding.rule, finding.message] for finding in found]
            show_table(rows, ["工作表", "单元格", "规则", "问题"], f"{title} {len(found)} 项")
    if not checked.findings:
        click.echo("没有发现问题。")


def _recognised(table: Table, catalog: Catalog) -> str:
    """Say in one line what was recognised on a sheet."""
    from sources.periods import chinese

    departments = catalog.code_lists["departments"].codes
    header = "、".join(map(str, table.header_rows))
    rows = f"数据 {len(table.rows)} 行（第{table.rows[0]}–{table.rows[-1]}行）" if table.rows else "没有数据行"
    facts = (
        f"《{catalog.forms[table.form].title}》",
        departments.get(table.department or "", "部门未知"),
        chinese(table.period) if table.period else "期间未知",
        f"表头第{header}行",
        rows,
        f"认出 {sum(column.field is not None for column in table.columns)} 列",
    )
    return f"工作表“{table.sheet}”：{'，'.join(facts)}"
