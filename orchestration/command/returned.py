"""``taizhang returned``: the department's own workbook, back with its faults marked."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from orchestration.command.errors import CommandError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sources.decisions import SubmissionReturn
    from sources.home import Home
    from sources.inbox import Receipt
    from sources.returned import Returned

_WHERE = (
    "报送编号见 taizhang submit 的输出、taizhang findings --json 的 submission_id，"
    '或 taizhang query "select submission_id, file, department, period from fct_submissions"。'
)


@click.command()
@click.argument("submission", metavar="SUBMISSION")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(),
    help="写到哪个文件或文件夹；默认当前文件夹，名为“原文件名（退回修改）.xlsx”。",
)
@click.option("-f", "--force", is_flag=True, help="文件已存在时覆盖。")
@click.option("--text", metavar="TEXT", help="整份退回的理由；与 --due、--by 一起写，记入决定。")
@click.option("--due", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]), help="整份退回后新的截止日，如 2026-04-10。")
@click.option("--by", metavar="NAME", help="何人退回（汇总岗）。")
def command(
    submission: str, output: str | None, force: bool, text: str | None, due: datetime | None, by: str | None
) -> None:
    """把部门报送的工作簿标出问题，供退回修改。

    SUBMISSION 写报送编号，或其开头几位（能区分即可）。原表格式不变，有问题的单元格按级别着色并加批注；第一页“问题清单”可跳转到单元格，
    并留有“核实说明”列。部门改好、写好说明后，直接重新报送这个文件。写了 --text、--due、--by 的，这份报送整份退回，部门在门户里看到理由和
    新的截止日；已接收的数据在新报送被接收以前继续有效。

    \b
    例：taizhang returned 3f9c2a71b0d4e586
        taizhang returned 3f9c -o 退回/
        taizhang returned 3f9c -o 重点项目3月-退回.xlsx --force
        taizhang returned 3f9c --text 口径改了，请重报 --due 2026-04-10 --by 李某
    """
    # Late: openpyxl and the forms are needed only when a workbook is written.
    from sources.contract import load_catalog
    from sources.decisions import SubmissionReturn, take
    from sources.home import Home
    from sources.inbox import InboxError
    from sources.returned import NotJudgedError, write_returned
    from sources.rules import load_register

    home = Home.from_environment()
    catalog = load_catalog()
    identity = _identity(home, submission)
    decisions = _sent_back(home, identity, text, due, by)
    try:
        returned = _read(home, identity)
        path = _path(returned.receipt, output, force)
        write_returned(home, returned, path, catalog, load_register(catalog))
    except NotJudgedError as error:
        raise CommandError(f"{error}，请先运行 taizhang refresh。") from error
    except InboxError as error:
        raise CommandError(str(error)) from error
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise
        raise CommandError(f"写不了文件 {output or error.filename}：{error.strerror or error}") from error
    click.echo(f"已生成：{path}（{_counted(returned)}）")
    for one in take(home, *decisions):
        form = catalog.forms[one.form].title if isinstance(one, SubmissionReturn) else ""
        click.echo(f"已整份退回：《{form}》，请部门在 {due:%Y-%m-%d} 前重报")


def _sent_back(
    home: Home, identity: str, text: str | None, due: datetime | None, by: str | None
) -> list[SubmissionReturn]:
    """Return the decisions to take; none when the workbook alone is asked for."""
    from sources.decisions import DecisionError, moment
    from sources.published.returns import sending_back

    if text is None and due is None and by is None:
        return []
    if not (text and due and by):
        raise CommandError("整份退回要写全 --text、--due、--by，如：--text 口径改了，请重报 --due 2026-04-10 --by 李某")
    try:
        return sending_back(home, identity, due.date(), reason=text, by=by, role="desk", taken_at=moment())
    except DecisionError as error:
        raise CommandError(str(error)) from error


def _identity(home: Home, text: str) -> str:
    """Return the submission meant. Raises ``CommandError`` with what may be meant and where ids are found."""
    from sources.returned import AmbiguousSubmissionError, UnknownSubmissionError, find_submission

    try:
        return find_submission(home, text)
    except (AmbiguousSubmissionError, UnknownSubmissionError) as error:
        near = [f"  {_named(receipt)}" for receipt in error.near]
        lines = [f"{error}。{'可能是：' if near else ''}", *near, _WHERE]
        raise CommandError("\n".join(lines)) from error


def _named(receipt: Receipt) -> str:
    return f"{receipt.submission_id}  {receipt.file}  {receipt.received_at:%Y-%m-%d %H:%M} 收到"


def _read(home: Home, identity: str) -> Returned:
    from sources.returned import read_returned

    return read_returned(home, identity, more=_between(home, identity))


def _between(home: Home, identity: str) -> Iterable[dict[str, Any]]:
    """Return what the rules between submissions found, when a release knows it."""
    from sources.published.errors import ReleaseError
    from sources.published.findings import find
    from sources.published.read import connect
    from sources.published.restricted import unmask

    try:
        with unmask(connect(home)) as connection:
            return find(connection, {"status": "open", "submission_id": identity})
    except ReleaseError:
        return ()


def _path(receipt: Receipt, output: str | None, force: bool) -> Path:
    """Return where to write. What is there may hold the department's answers: it is replaced only when asked."""
    from sources.returned import file_name

    chosen = Path(output or "")
    if not output or chosen.is_dir() or output.endswith("/"):
        path = chosen / file_name(receipt)
    else:
        path = chosen if chosen.suffix else chosen.with_name(f"{chosen.name}.xlsx")
    if path.suffix.lower() != ".xlsx":
        raise CommandError(f"只能写成 .xlsx 文件，不能是“{path.name}”。")
    if path.exists() and not force:
        raise CommandError(f"“{path}”已存在，可能已有人填写；请用 -o 另取名，或用 --force 覆盖。")
    return path


def _counted(returned: Returned) -> str:
    from orchestration.command.choices import LEVELS
    from sources.contract import Level

    counted = [f"{word} {returned.count(Level(level))} 项" for level, word in LEVELS.items()]
    return "，".join(counted) if returned.findings else "没有发现问题"
