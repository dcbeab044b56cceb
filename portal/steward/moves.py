"""What stewards did: kept as moves, so that who is in charge and what rests is known, and the last of them can be undone."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.chain import append
from portal.audit.models import Act
from portal.people.deciding import reasoned
from portal.people.models import Person
from portal.people.roles import Role
from portal.steward.models import Move, Moved, MoveKind
from sources.decisions import Decision, DecisionError

#: Findings asked for in one query: databases take so many values at once.
_AT_ONCE = 5000
_DESK = (MoveKind.ASSIGN, MoveKind.SNOOZE, MoveKind.WAKE)
_ACTS = {
    MoveKind.ASSIGN: Act.FINDINGS_ASSIGNED,
    MoveKind.SNOOZE: Act.FINDINGS_SNOOZED,
    MoveKind.WAKE: Act.FINDINGS_WOKEN,
}


def stamp(row: Mapping[str, Any]) -> str:
    """Return the fingerprint of what a finding says now: its value, its rule's version, the explanation given."""
    said = [row["value"], row["rule_version"], row["explanation_id"]]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()[:16]


def keep(
    person: Person,
    kind: MoveKind,
    rows: Sequence[Mapping[str, Any]] = (),
    decisions: Sequence[Decision] = (),
    **more: Any,
) -> Move:
    """Keep what a person did to findings; ``more`` are further fields of ``Move``."""
    ids = [one.decision_id for one in decisions]
    with transaction.atomic():
        move = Move.objects.create(kind=kind, person=person, decisions=ids, **more)
        Moved.objects.bulk_create(Moved(move=move, finding_id=row["finding_id"], stamp=stamp(row)) for row in rows)
    return move


def stewards() -> list[Person]:
    """Return the people to whom a finding may be assigned."""
    return list(Person.objects.active().filter(role=Role.STEWARD))


def assign(person: Person, rows: Sequence[Mapping[str, Any]], username: str) -> Move:
    """Put a steward in charge of findings; an empty name takes charge away. Raises ``DecisionError``."""
    found = next((one for one in stewards() if one.username == username), None)
    if username and found is None:
        raise DecisionError(_("请选择一位在岗的汇总岗。"))
    return _sorted(person, MoveKind.ASSIGN, rows, assignee=found)


def snooze(person: Person, rows: Sequence[Mapping[str, Any]], until: str, reason: str) -> Move:
    """Let findings rest until a day, on which they come back by themselves. Raises ``DecisionError``."""
    try:
        day = date.fromisoformat(until)
    except ValueError:
        raise DecisionError(_("请写明暂缓到哪一天，形如 2026-03-05。")) from None
    if day <= timezone.now().date():
        raise DecisionError(_("暂缓的日期应在今天以后。"))
    return _sorted(person, MoveKind.SNOOZE, rows, until=day, reason=reasoned(reason))


def wake(person: Person, rows: Sequence[Mapping[str, Any]]) -> Move:
    """Bring findings back before their day."""
    return _sorted(person, MoveKind.WAKE, rows)


def _sorted(person: Person, kind: MoveKind, rows: Sequence[Mapping[str, Any]], **more: Any) -> Move:
    """Keep a move that only sorts the desk's own work, and log it once for all of its findings."""
    with transaction.atomic():
        move = keep(person, kind, rows, **more)
        ids = [row["finding_id"] for row in rows]
        append(
            _ACTS[kind], person, about=ids[0] if len(ids) == 1 else f"{len(ids)} findings", move=move.pk, findings=ids,
            to=move.assignee.username if move.assignee else "", until=str(move.until or ""), reason=move.reason[:200],
        )  # fmt: skip
    return move


def with_desk(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Add to findings who is in charge and what lets them rest: ``assignee`` (a ``Person``) and ``snoozed`` (a ``Move``).

    Both are None without. A snooze ends on its day, and earlier when value, rule or explanation change.
    """
    today = timezone.now().date()
    for row in rows:
        row.update(assignee=None, snoozed=None)
    by_id = {row["finding_id"]: row for row in rows}
    for moved in _standing(list(by_id)):
        row, move = by_id[moved.finding_id], moved.move
        if move.kind == MoveKind.ASSIGN:
            in_office = move.assignee is not None and move.assignee.is_active
            row["assignee"] = move.assignee if in_office else None
        elif move.kind == MoveKind.WAKE:
            row["snoozed"] = None
        else:
            rests = move.until is not None and today < move.until and moved.stamp == stamp(row)
            row["snoozed"] = move if rests else None
    return rows


def _standing(ids: Sequence[str]) -> Iterator[Moved]:
    """Yield what was done to findings and not undone, oldest first."""
    for start in range(0, len(ids), _AT_ONCE):
        found = Moved.objects.filter(
            finding_id__in=ids[start : start + _AT_ONCE], move__kind__in=_DESK, move__undone=None
        )
        yield from found.select_related("move__assignee", "move__person").order_by("move_id")
