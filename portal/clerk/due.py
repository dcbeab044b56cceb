"""What a department owes now: its forms, the period that is asked for, when it is due, and what arrived."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.clerk.models import Submission
from portal.people.scope import Scope
from portal.site.warehouse import home, warehouse
from sources.contract import Form, load_catalog
from sources.decisions import SubmissionReturn
from sources.periods import containing, previous
from sources.published.errors import NothingPublishedError
from sources.published.returns import returns
from sources.workdays import CalendarEndsError, due_date

#: A form that comes when something happens is asked for every month, nothing to report included.
_ASKED = {"event": "month"}


@dataclass(frozen=True)
class Owed:
    """A form for the period that is asked for.

    ``state`` is on_time (arrived), due, late, or returned: then ``due`` is the new date, and ``reason`` why.
    """

    form: Form
    period: str
    due: date | None
    state: str
    submission_id: str | None = None
    verdict: str | None = None
    reason: str | None = None


def owed(scope: Scope, today: date) -> list[Owed]:
    """Return what the departments in scope owe, the most urgent first."""
    forms = [form for form in load_catalog() if scope.sees(form.department)]
    asked = [(form, _period(form, today)) for form in forms]
    returned = returns(home())
    earlier = _earlier(scope, asked, returned)
    arrived = _arrived(scope, {period for _, period in [*asked, *earlier]})
    found = [
        _owed(form, period, arrived.get((form.id, period)), today, returned) for form, period in [*asked, *earlier]
    ]
    found = [one for one in found if one.state == "returned" or (one.form, one.period) not in earlier]
    order = {"late": 0, "returned": 1, "due": 2, "on_time": 3}
    return sorted(found, key=lambda one: (order[one.state], one.due or date.max, one.form.code))


def _earlier(
    scope: Scope, asked: Sequence[tuple[Form, str]], returned: Mapping[str, Sequence[SubmissionReturn]]
) -> list[tuple[Form, str]]:
    """Return the forms of other periods that were returned as a whole: they are owed again."""
    forms = load_catalog().forms
    back = {(one.form, one.period) for ones in returned.values() for one in ones if scope.sees(one.department)}
    known = {(form.id, period) for form, period in asked}
    return [(forms[form], period) for form, period in sorted(back - known) if form in forms]


def _period(form: Form, today: date) -> str:
    """Return the period asked for today: the one that ended last, or the running one where it is owed at its start."""
    running = containing(today, _ASKED.get(form.period, form.period))
    at_start = form.due is not None and form.due.counted_from == "start"
    return running if at_start else previous(running)


def _owed(
    form: Form,
    period: str,
    arrived: Mapping[str, Any] | None,
    today: date,
    returned: Mapping[str, Sequence[SubmissionReturn]],
) -> Owed:
    try:
        due = due_date(form, period)
    except CalendarEndsError:
        due = None
    if arrived:
        sent, verdict = arrived["submission_id"], arrived["verdict"]
        back = next((one for one in returned.get(sent, ()) if one.form == form.id), None)
        if back is not None:
            return Owed(form, period, back.due_date, "returned", sent, verdict, back.reason)
        return Owed(form, period, due, "on_time", sent, verdict)
    return Owed(form, period, due, "late" if due and due < today else "due")


def _arrived(scope: Scope, periods: Iterable[str]) -> dict[tuple[str, str], dict[str, Any]]:
    """Return what arrived by form and period: the last release's submissions, then those sent since."""
    condition, values = scope.condition()
    sql = f"""
        select form, period, submission_id, verdict, received_at from fct_submissions
        where {condition} and list_contains(?, period) and form is not null
        order by received_at
    """
    found: dict[tuple[str, str], dict[str, Any]] = {}
    try:
        with warehouse() as opened:
            for row in opened.rows(sql, [*values, sorted(periods)]):
                found[row["form"], row["period"]] = row
    except NothingPublishedError:
        pass
    for sent in scope.rows(Submission.objects.order_by("sent_at"))[:2000]:
        for table in sent.tables:
            key = (table["form"], table["period"])
            if key not in found or sent.sent_at > found[key]["received_at"]:
                found[key] = {"submission_id": sent.submission_id, "verdict": "waiting", "received_at": sent.sent_at}
    return found
