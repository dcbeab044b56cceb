"""What a department owes now: its forms, the period that is asked for, when it is due, and what arrived."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from portal.clerk.models import Submission
from portal.people.scope import Scope
from portal.site.warehouse import home, warehouse
from sources.contract import Form, load_catalog
from sources.decisions import SubmissionReturn
from sources.obligations import due_date_of
from sources.periods import containing, previous
from sources.published.errors import NothingPublishedError
from sources.published.returns import returns
from sources.workdays import CalendarEndsError, due_date

#: A form that comes when something happens is asked for every month, nothing to report included.
_ASKED = {"event": "month"}


_OVERDUE = """
    select form, period, late_workdays from fct_obligations
    where {condition} and status = 'overdue'
    order by due_date desc, form
"""

#: Form, department, period.
Key: TypeAlias = tuple[str, str, str]
#: Submission → its returns (``sources.published.returns``).
Returns: TypeAlias = Mapping[str, Sequence[SubmissionReturn]]


@dataclass(frozen=True)
class Owed:
    """A form that a department owes for the period that is asked for; ``due`` knows approved extensions.

    ``state`` is on_time (arrived), due, late, or returned: then ``due`` is the new date, and ``reason`` why.
    """

    form: Form
    department: str
    period: str
    due: date | None
    state: str
    submission_id: str | None = None
    verdict: str | None = None
    reason: str | None = None


def overdue_before(scope: Scope, asked: Iterable[Owed]) -> list[dict[str, Any]]:
    """Return what is overdue of other periods than those asked for now, newest first: ``form``, ``period``, ``late_workdays``."""
    condition, values = scope.condition()
    now = {(one.form.id, one.period) for one in asked}
    try:
        with warehouse() as opened:
            rows = opened.rows(_OVERDUE.format(condition=condition), values)
    except NothingPublishedError:
        return []
    return [row for row in rows if (row["form"], row["period"]) not in now]


def owed(scope: Scope, today: date) -> list[Owed]:
    """Return what the departments in scope owe, the most urgent first; what they were let off is not listed."""
    catalog, returned = load_catalog(), returns(home())
    asked = [(form.id, department, _period(form, today))
             for form in catalog for department in catalog.owing(form) if scope.sees(department)]  # fmt: skip
    # What was returned as a whole is owed again, whatever its period.
    back = {(one.form, one.department, one.period) for ones in returned.values() for one in ones}
    earlier = sorted(key for key in back - set(asked) if key[0] in catalog.forms and scope.sees(key[1]))
    arrived = _arrived(scope, {period for _, _, period in [*asked, *earlier]})
    found = [_owed(key, arrived.get(key), today, returned) for key in asked if not _is_exempt(key)]
    again = [_owed(key, arrived.get(key), today, returned) for key in earlier]
    order = {"late": 0, "returned": 1, "due": 2, "on_time": 3}
    return sorted(
        [*found, *(one for one in again if one.state == "returned")],
        key=lambda one: (order[one.state], one.due or date.max, one.form.code, one.department),
    )


def _period(form: Form, today: date) -> str:
    """Return the period asked for today: the one that ended last, or the running one where it is owed at its start."""
    running = containing(today, _ASKED.get(form.period, form.period))
    at_start = form.due is not None and form.due.counted_from == "start"
    return running if at_start else previous(running)


def _is_exempt(key: Key) -> bool:
    """Say whether a department need not send what its form asks for by a day."""
    return _due(*key) is None and _regular(load_catalog().forms[key[0]], key[2]) is not None


def _due(form: str, department: str, period: str) -> date | None:
    catalog = load_catalog()
    try:
        return due_date_of(catalog, catalog.forms[form], department, period)
    except CalendarEndsError:
        return None


def _regular(form: Form, period: str) -> date | None:
    try:
        return due_date(form, period)
    except CalendarEndsError:
        return None


def _owed(key: Key, arrived: Mapping[str, Any] | None, today: date, returned: Returns) -> Owed:
    form, department, period = load_catalog().forms[key[0]], key[1], key[2]
    due = _due(*key)
    if arrived:
        sent, verdict = arrived["submission_id"], arrived["verdict"]
        back = next((one for one in returned.get(sent, ()) if one.form == form.id), None)
        if back is not None:
            return Owed(form, department, period, back.due_date, "returned", sent, verdict, back.reason)
        return Owed(form, department, period, due, "on_time", sent, verdict)
    return Owed(form, department, period, due, "late" if due and due < today else "due")


def _arrived(scope: Scope, periods: Iterable[str]) -> dict[Key, dict[str, Any]]:
    """Return what arrived last: of the last release's submissions and those sent since."""
    condition, values = scope.condition()
    sql = f"""
        select form, department, period, submission_id, verdict, received_at from fct_submissions
        where {condition} and list_contains(?, period) and form is not null
        order by received_at
    """
    found: dict[Key, dict[str, Any]] = {}
    try:
        with warehouse() as opened:
            for row in opened.rows(sql, [*values, sorted(periods)]):
                found[row["form"], row["department"], row["period"]] = row
    except NothingPublishedError:
        pass
    for sent in scope.rows(Submission.objects.order_by("-sent_at"))[:2000]:
        for table in sent.tables:
            key = (table["form"], sent.department, table["period"])
            if key not in found or sent.sent_at > found[key]["received_at"]:
                found[key] = {"submission_id": sent.submission_id, "verdict": "waiting", "received_at": sent.sent_at}
    return found
