"""What a person is told on a day: what is overdue, sent back, or due within two work days. One digest, no repeats."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import duckdb

from orchestration.messages.configuration import Person
from orchestration.reports.ladder import LETTERS, OVERDUE, steps
from sources.contract import load_catalog
from sources.decisions import SubmissionReturn
from sources.periods import chinese
from sources.published.read import rows_of
from sources.workdays import CalendarEndsError, is_workday, workdays_late

#: Work days before the due date from which people are reminded (domain.md 4.4, level 0).
AHEAD = 2
#: The department that signs and sends letters.
OFFICE = "office"

_OPEN = """
    select obligations.form, obligations.department, forms.form_title, obligations.period, obligations.status, obligations.due_date,
        obligations.late_workdays
    from fct_obligations as obligations
    inner join dim_forms as forms using (form)
    where obligations.status in ('overdue', 'rejected') or (obligations.status = 'due' and obligations.due_date <= ?)
    order by obligations.due_date, obligations.department, forms.form_title, obligations.period
"""
#: What was returned as a whole is owed again until its new date; a release knows of it from the next night on.
RETURNED = "returned"
_HEADINGS = {"overdue": "逾期未报", RETURNED: "整份退回待重报", "rejected": "退回待改", "due": "即将到期"}


@dataclass(frozen=True)
class Digest:
    """One message to one person. ``digest_id`` is the same for the same person and day, whatever happens."""

    digest_id: str
    person: Person
    title: str
    text: str


def open_items(
    connection: duckdb.DuckDBPyConnection, today: date, returned: Sequence[SubmissionReturn] = ()
) -> list[dict[str, Any]]:
    """Return what waits for departments, read from a release as of ``today``, oldest due date first.

    ``returned`` are the submissions that must be sent again; they take the place of what the release says of them.
    """
    again = {(one.form, one.department, one.period): _again(one, today) for one in returned}
    listed = rows_of(connection, _OPEN, [_soon(today)])
    rest = [item for item in listed if (item["form"], item["department"], item["period"]) not in again]
    return sorted([*rest, *again.values()], key=lambda item: item["due_date"] or date.max)


def _again(one: SubmissionReturn, today: date) -> dict[str, Any]:
    """Return a submission that must be sent again, as the items of a release."""
    try:
        late = workdays_late(one.due_date, today)
    except CalendarEndsError:
        late = 0
    form = load_catalog().forms.get(one.form)
    return {
        "form": one.form, "department": one.department, "form_title": form.title if form else one.form,
        "period": one.period, "status": RETURNED, "due_date": one.due_date, "late_workdays": late,
    }  # fmt: skip


def digests(
    items: Sequence[Mapping[str, Any]],
    people: Sequence[Person],
    today: date,
    departments: Mapping[str, str],
    drafts: Sequence[str] = (),
) -> list[Digest]:
    """Return one digest for each person who has something to hear; ``departments`` are code → Chinese name.

    ``drafts`` are the letters that wait for a signature: the office that issues them hears of them.
    """
    found = []
    for person in people:
        mine = [item for item in items if not person.departments or item["department"] in person.departments]
        waiting = drafts if not person.departments or OFFICE in person.departments else ()
        if mine or waiting:
            title = f"台账报送提醒（{today}）：{len(mine) + len(waiting)} 项"
            text = "\n".join([*_lines(mine, departments), *_drafted(waiting)])
            found.append(Digest(_identity(today, person.name), person, title, text))
    return found


def notice(person: Person, today: date, about: str, title: str, text: str) -> Digest:
    """Return a message about one thing; the same thing on the same day is the same message."""
    return Digest(_identity(today, person.name, about), person, title, text)


def _identity(today: date, *of: str) -> str:
    return f"{today}-{hashlib.sha256(chr(31).join((str(today), *of)).encode()).hexdigest()[:16]}"


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


def _lines(items: Sequence[Mapping[str, Any]], departments: Mapping[str, str]) -> list[str]:
    lines: list[str] = []
    for status, heading in _HEADINGS.items():
        of_status = [item for item in items if item["status"] == status]
        if of_status:
            lines += [f"{heading}（{len(of_status)} 项）", *(_line(item, departments) for item in of_status)]
    return lines


def _drafted(letters: Sequence[str]) -> list[str]:
    heading = [f"函件拟稿待审核签发（{len(letters)} 份，没有发出）"] if letters else []
    return [*heading, *(f"· {letter}" for letter in letters)]


def _line(item: Mapping[str, Any], departments: Mapping[str, str]) -> str:
    late = f"，已逾期 {item['late_workdays']} 个工作日{_rung(item['late_workdays'])}" if item["late_workdays"] else ""
    name = departments.get(item["department"], item["department"])
    return f"· {name}《{item['form_title']}》{chinese(item['period'])}，截止 {item['due_date'] or '待定'}{late}"


def _rung(late_workdays: int) -> str:
    """Say which step of the ladder a submission that did not come has reached; whether a letter goes out is decided by people."""
    reached = [step for step in steps() if step.measure == OVERDUE and late_workdays >= step.at_least]
    if not reached:
        return ""
    return f"（已到{LETTERS[max(reached, key=lambda step: step.level).level].kind}一级）"
