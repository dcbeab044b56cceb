"""Decisions that people take in the portal: in their name and role, into the ledger and into the log."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied

from portal.audit.chain import append
from portal.audit.models import Act
from portal.people.models import Person
from portal.people.roles import Role
from portal.site.warehouse import home
from sources.decisions import Decision, moment, take
from sources.decisions import Role as Capacity

#: Role in the portal → the capacity in which a decision is taken (domain.md section 5.2).
CAPACITIES: Mapping[Role, Capacity] = {
    Role.CLERK: Capacity.FILLER,
    Role.REVIEWER: Capacity.REVIEWER,
    Role.STEWARD: Capacity.DESK,
    Role.LEADER: Capacity.LEADER,
}


def signature(person: Person) -> str:
    """Return how a decision names a person: two people of one name stay two."""
    return str(person)


def said(person: Person, reason: str) -> dict[str, Any]:
    """Return who decides, when, in which capacity and why. Raises ``PermissionDenied`` for who decides nothing."""
    capacity = CAPACITIES.get(Role(person.role))
    if capacity is None:
        raise PermissionDenied
    return {"taken_at": moment(), "by": signature(person), "role": capacity, "reason": reason}


def decide(person: Person, act: Act, *decisions: Decision, about: str = "") -> list[Decision]:
    """Take decisions and log each of them. Raises ``DecisionError`` when one may not be taken; then none is."""
    taken = take(home(), *decisions)
    for decision in taken:
        append(act, person, about=about or getattr(decision, "finding_id", ""), kind=decision.kind,
               decision_id=decision.decision_id, reason=decision.reason[:200])  # fmt: skip
    return taken
