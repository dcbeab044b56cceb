"""``taizhang infer``: proposes a form from a department's own workbook, or shows the structure of any workbook."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sources.finding import Finding
    from sources.infer.propose import Proposal
    from sources.infer.structure import FoundTable
    from sources.infer.workbook_file import Inferred

#: Findings about how a file was sent, not about how it was read.
_ABOUT_SENDING = frozenset({"A01", "A08", "A15", "A17", "A18"})
#: So many findings of a kind are shown.
_SHOWN = 5


@click.command()
@click.argument("file", metavar="文件", type=click.Path(path_type=Path))
@click.option("--sheet", metavar="工作表", help="只看这一张工作表；默认全部。")
@click.option("--table", "number", metavar="N", type=int, help="为第 N 张表建议表单；默认最大的一张。")
@click.option("--department", metavar="部门", help="表单归哪个部门（代码或名称），即存放的文件夹。")
@click.option(
    "-o", "--output", metavar="文件", type=click.Path(path_type=Path), help="把 YAML 写到这个文件（不覆盖）。"
)
@click.option("--json", "as_json", is_flag=True, help="只输出结构：各表的表头、数据、合计、注释行和列。")
def command(
    file: Path, sheet: str | None, number: int | None, department: str | None, output: Path | None, as_json: bool
) -> None:
    """从部门自己的工作簿建议一份表单（YAML）。

    找出工作簿里的每一张表（多层表头、单位、合计、注释行都认），为其中一张写出表单：字段、别名、类型、单位、主键。
    字段名由表头的拼音生成（zongtouzi_wan…），可改成英文名；请补写用途和口径，存为 sources/forms/<部门>/<表名>.yaml。
    YAML 输出到标准输出，说明输出到标准错误。

    \b
    例：taizhang infer 台账.xlsx
        taizhang infer 台账.xlsx --sheet 汇总 -o sources/forms/projects/monthly_ledger.yaml
        taizhang infer 年鉴.xls --table 2
        taizhang infer 年鉴.xls --json
    """
    from orchestration.command.errors import CommandError

    if not file.is_file():
        raise CommandError(f"没有文件“{file}”。")
    if as_json:
        _show_structure(file, sheet)
        return
    if output is not None and output.exists():
        raise CommandError(f"“{output}”已存在，请另取文件名。")
    _propose(file, sheet, number, department, output)


def _show_structure(file: Path, sheet: str | None) -> None:
    from orchestration.command.listing import show_json
    from sources.infer.structure import as_json
    from sources.infer.workbook_file import infer_structure

    found = infer_structure(file, sheet=sheet)
    _refuse(found, file, sheet)
    show_json(as_json(file.name, found.tables))


def _propose(file: Path, sheet: str | None, number: int | None, department: str | None, output: Path | None) -> None:
    from orchestration.command.choices import department_named
    from orchestration.command.errors import CommandError
    from sources.contract import load_catalog
    from sources.infer.workbook_file import infer_form

    catalog = load_catalog()
    owner = department_named(department, catalog) if department else None
    found = infer_form(file, catalog, sheet=sheet, number=number, department=owner)
    _refuse(found, file, sheet)
    if found.chosen is None or found.proposal is None:
        raise CommandError(f"第 {number} 张表不存在，{_listed(found.tables)}。")
    from expectations.proposed import settled

    proposal, findings = settled(found.proposal, catalog)
    click.echo(_listed(found.tables), err=True)
    if found.known is not None:
        said = f"{found.chosen.range} 已能按《{found.known.title}》（{found.known.code}）读取，直接报送即可；确要另建表单时再用下面的建议。"
        click.echo(said, err=True)
    if output is None:
        click.echo(proposal.yaml, nl=False)
    else:
        _write(output, proposal.yaml)
    _tell(found.chosen, proposal, findings)


def _refuse(found: Inferred, file: Path, sheet: str | None) -> None:
    """End the command when there is nothing to show."""
    from orchestration.command.errors import CommandError

    if found.failure:
        raise CommandError(f"{file.name}：{found.failure}。")
    if sheet is not None and sheet not in found.sheets:
        raise CommandError(f"没有工作表“{sheet}”。现有：{'、'.join(found.sheets)}")
    if not found.tables:
        raise CommandError(f"{file.name}：没有找到表（表头下面至少要有一行数据）。")


def _listed(tables: list[FoundTable]) -> str:
    shown = [f"{number} “{table.sheet}”{table.range}" for number, table in enumerate(tables[:12], start=1)]
    more = "…" if len(tables) > len(shown) else ""
    return f"找到 {len(tables)} 张表：{'；'.join(shown)}{more}"


def _write(path: Path, text: str) -> None:
    from orchestration.command.errors import CommandError

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise CommandError(f"写不了文件 {path}：{error.strerror}") from error
    click.echo(f"已写入 {path}", err=True)


def _tell(table: FoundTable, proposal: Proposal, findings: Sequence[Finding]) -> None:
    """Say how the form reads this workbook, and what a person should look at."""
    lines = list(proposal.remarks)
    if proposal.form.dated == "receipt":
        lines.append("工作簿没有写期间，按收到的月份计（dated: receipt）；报送时也可用 --period 指明")
    known = [finding for finding in findings if finding.rule in proposal.form.known_notices]
    if known:
        lines.append("下列提示已列入 known_notices，以后不再提示；如应逐期提示请从中删去")
    lines += _told(known)
    lines += _told([finding for finding in findings if finding not in known and finding.rule not in _ABOUT_SENDING])
    rows = sum(len(found.rows) for found in proposal.reading.tables)
    click.echo(f"为 {table.range} 建议表单，按它读取本工作簿得 {rows} 行。", err=True)
    for line in lines:
        click.echo(f"请核对：{line}", err=True)


def _told(findings: Sequence[Finding]) -> list[str]:
    more = [f"…另有 {len(findings) - _SHOWN} 项"] if len(findings) > _SHOWN else []
    return [f"{finding.rule} {finding.message}" for finding in findings[:_SHOWN]] + more
