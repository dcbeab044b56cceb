"""``taizhang calendar``: who owes which form until when, and what has come."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from sources.contract import Catalog
    from sources.obligations.year import Entry

_HEADINGS = {
    "title": "报送",
    "department_name": "部门",
    "shown_period": "期间",
    "shown_due": "截止日",
    "shift_name": "顺延规则",
    "accept_by": "审核通过期限",
    "note": "说明",
}
_STATE_HEADINGS = {
    "status_name": "状态",
    "late_workdays": "逾期工作日",
    "is_on_time": "按时",
    "is_accepted_on_time": "按时接收",
    "first_received_at": "首次收到",
}
_WEEKDAYS = "一二三四五六日"


@click.command()
@click.argument("year", metavar="YEAR", type=click.IntRange(1900, 2200))
@click.option("--department", metavar="D", help="只看一个部门：代码或名称。")
@click.option("--form", metavar="FORM", help="只看一张表：标识、编码（F01）或名称。")
@click.option(
    "--month", metavar="M", type=click.IntRange(1, 12), help="只看所属期在这个月的（季度、年度看其最后一月）。"
)
@click.option("--status", "with_status", is_flag=True, help="列出每项在当前版本中的状态：应报、逾期、已退回、已接受……")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
@click.option("--xlsx", metavar="FILE", type=click.Path(path_type=Path), help="写成 Excel 文件。")
def command(
    year: int,
    department: str | None,
    form: str | None,
    month: int | None,
    with_status: bool,
    as_json: bool,
    xlsx: Path | None,
) -> None:
    """报送日历：一年中每张表、每个部门、每一期何时截止，按哪条规则顺延。

    遇休息日按工作日历（含调休）顺延；放假安排还没有公布的年份不推算（退出码 2）。

    \b
    例：taizhang calendar 2026
        taizhang calendar 2026 --department 招商引资部 --month 4
        taizhang calendar 2026 --status --xlsx 报送日历.xlsx
    """
    from orchestration.command.choices import department_named, form_named
    from orchestration.command.errors import CommandError
    from orchestration.command.listing import Column, show
    from sources.contract import load_catalog
    from sources.inbox import now
    from sources.obligations.year import year_entries
    from sources.workdays import CalendarEndsError, calendar_warning

    catalog = load_catalog()
    wanted = {
        "department": department and department_named(department, catalog),
        "form": form and form_named(form, catalog),
    }
    try:
        entries = [entry for entry in year_entries(catalog, year) if _is_wanted(entry, wanted, month)]
    except CalendarEndsError as error:
        raise CommandError(str(error)) from None
    rows = [_row(entry, catalog) for entry in entries]
    headings = dict(_HEADINGS)
    if with_status:
        _add_states(rows, entries, year)
        headings |= _STATE_HEADINGS
    warning = calendar_warning(now().date())
    if warning:
        click.secho(warning, err=True, fg="yellow")
    if xlsx is not None:
        _write_xlsx(xlsx, year, rows, headings)
        return
    columns = [Column(key, title) for key, title in headings.items()]
    show(rows, columns, title=f"{year}年报送日历（{len(rows)} 项）", as_json=as_json, empty="没有符合条件的报送。")


def _is_wanted(entry: Entry, wanted: dict[str, str | None], month: int | None) -> bool:
    from sources.periods import last_day

    if any(value is not None and getattr(entry, name) != value for name, value in wanted.items()):
        return False
    return month is None or last_day(entry.period).month == month


def _row(entry: Entry, catalog: Catalog) -> dict[str, Any]:
    """Return one line: dates as dates, ``due`` None where the work calendar does not reach."""
    from sources.obligations.year import SHIFTS
    from sources.periods import chinese

    due = entry.due_date
    unknown = None if due or entry.is_exempt else f"{entry.nominal_due_date.year}年放假安排未公布，截止日待定"
    return {
        "form": entry.form,
        "code": entry.code,
        "title": entry.title,
        "department": entry.department,
        "department_name": catalog.code_lists["departments"].codes.get(entry.department, entry.department),
        "period": entry.period,
        "opens": entry.opens_date,
        "nominal_due": entry.nominal_due_date,
        "due": due,
        "shift": entry.shift,
        "shift_name": SHIFTS[entry.shift],
        "is_shifted": due is not None and due != entry.nominal_due_date,
        "accept_by": entry.accept_by_date,
        "is_exempt": entry.is_exempt,
        "closed": entry.closed_date,
        "note": "；".join(filter(None, (unknown, entry.exception_note))) or None,
        "shown_period": chinese(entry.period),
        "shown_due": f"{due}（周{_WEEKDAYS[due.weekday()]}）" if due else "待定",
    }


def _add_states(rows: list[dict[str, Any]], entries: list[Entry], year: int) -> None:
    """Add what the current release knows of each line; the office's own dates have no state."""
    from sources.home import Home
    from sources.inbox import now
    from sources.published.obligations import STATUSES, state_of, states_of
    from sources.published.read import connect

    with connect(Home.from_environment()) as connection:
        states = states_of(connection, year)
    today = now().date()
    for row, entry in zip(rows, entries, strict=True):
        if entry.form is not None:
            row |= state_of(states, (entry.form, entry.department, entry.period), entry.opens_date, today)
            row["status_name"] = STATUSES[row["status"]]


def _write_xlsx(path: Path, year: int, rows: list[dict[str, Any]], headings: dict[str, str]) -> None:
    """Write the calendar as a workbook, complete or not at all."""
    import os

    from openpyxl import Workbook

    from orchestration.command.errors import CommandError
    from orchestration.release.sheet import add_sheet

    if not path.parent.is_dir() or path.is_dir():
        raise CommandError(f"写不了 {path}：请给出已有文件夹中的文件名")
    book = Workbook(write_only=True)
    lines = ([_for_people(row.get(key)) for key in headings] for row in rows)
    add_sheet(
        book,
        f"{year}年报送日历",
        list(headings.values()),
        lines,
        widths=(26, 14, 18, 20, 26, 14, 40, 10, 12, 8, 10, 20),
    )
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        book.save(unfinished)
        os.replace(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)
    click.echo(f"已写入 {path}（{len(rows)} 项）")


def _for_people(value: Any) -> Any:
    return {True: "是", False: "否"}[value] if isinstance(value, bool) else value
