"""What a person is told on a day: what is overdue, sent back, or due within two work days. One digest, no repeats."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import duckdb

from orchestration.messages.configuration import Person
from sources.periods import chinese
from sources.published.read import rows_of
from sources.workdays import CalendarEndsError, is_workday

#: Work days before the due date from which people are reminded (domain.md 4.4, level 0).
AHEAD = 2

_OPEN = """
    select obligations.department, forms.form_title, obligations.period, obligations.status, obligations.due_date,
        obligations.late_workdays
    from fct_obligations as obligations
    inner join dim_forms as forms using (form)
    where obligations.status in ('overdue', 'rejected') or (obligations.status = 'due' and obligations.due_date <= ?)
    order by obligations.due_date, obligations.department, forms.form_title, obligations.period
"""
_HEADINGS = {"overdue": "逾期未报", "rejected": "退回待改", "due": "即将到期"}


@dataclass(frozen=True)
class Digest:
    """One message to one person. ``digest_id`` is the same for the same person and day, whatever happens."""

    digest_id: str
    person: Person
    title: str
    text: str


def open_items(connection: duckdb.DuckDBPyConnection, today: date) -> list[dict[str, Any]]:
    """Return what waits for departments, read from a release as of ``today``, oldest due date first."""
    return rows_of(connection, _OPEN, [_soon(today)])


def digests(
    items: Sequence[Mapping[str, Any]], people: Sequence[Person], today: date, departments: Mapping[str, str]
) -> list[Digest]:
    """Return one digest for each person who has something to hear; ``departments`` are code → Chinese name."""
    found = []
    for person in people:
        mine = [item for item in items if not person.departments or item["department"] in person.departments]
        if mine:
            identity = hashlib.sha256(f"{today}\x1f{person.name}".encode()).hexdigest()[:16]
            title = f"台账报送提醒（{today}）：{len(mine)} 项"
            found.append(Digest(f"{today}-{identity}", person, title, _text(mine, departments)))
    return found


def _soon(today: date) -> date:
    """Return the day that is AHEAD work days away, or that many days where the calendar does not reach."""
    day, left = today, AHEAD
    try:
        while left:
            day += timedelta(days=1)
            left -= is_workday(day)
    except CalendarEndsError:
        return today + timedelta(days=AHEAD)
    return day


def _text(items: Sequence[Mapping[str, Any]], departments: Mapping[str, str]) -> str:
    lines = []
    for status, heading in _HEADINGS.items():
        of_status = [item for item in items if item["status"] == status]
        if of_status:
            lines += [f"{heading}（{len(of_status)} 项）", *(_line(item, departments) for item in of_status)]
    return "\n".join(lines)


def _line(item: Mapping[str, Any], departments: Mapping[str, str]) -> str:
    late = f"，已逾期 {item['late_workdays']} 个工作日" if item["late_workdays"] else ""
    name = departments.get(item["department"], item["department"])
    return f"· {name}《{item['form_title']}》{chinese(item['period'])}，截止 {item['due_date'] or '待定'}{late}"
