"""Decisions that people take in the portal: in their name and role, into the ledger and into the log."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from portal.audit.chain import append
from portal.audit.models import Act
from portal.people.models import Person
from portal.people.roles import Role
from portal.site.warehouse import home
from sources.decisions import Decision, DecisionError, moment, take
from sources.decisions import Role as Capacity

#: Characters of a reason.
_LONGEST = 2000

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
    """Return who decides, when, in which capacity and why.

    Raises ``PermissionDenied`` for who decides nothing, ``DecisionError`` for a reason that is empty or too long.
    """
    capacity = CAPACITIES.get(Role(person.role))
    if capacity is None:
        raise PermissionDenied
    return {"taken_at": moment(), "by": signature(person), "role": capacity, "reason": reasoned(reason)}


def reasoned(text: str) -> str:
    """Return a reason as it is kept. Raises ``DecisionError`` when it is empty or too long."""
    if not 0 < len(text.strip()) <= _LONGEST:
        raise DecisionError(_("请写明理由，不超过 %(most)s 个字。") % {"most": _LONGEST})
    return text.strip()


def decide(person: Person, act: Act, *decisions: Decision, about: str = "") -> list[Decision]:
    """Take decisions and log each of them. Raises ``DecisionError`` when one may not be taken; then none is.

    What is said about a finding repeats its values: the log holds its digest, the ledger its words.
    """
    taken = take(home(), *decisions)
    for decision in taken:
        finding = getattr(decision, "finding_id", "")
        words = {"sha256": digest_of(decision.reason)} if finding else {"reason": decision.reason[:200]}
        append(act, person, about=about or finding, kind=decision.kind, decision_id=decision.decision_id, **words)
    return taken


def digest_of(text: str) -> str:
    """Return what the log keeps of words that may repeat a restricted value."""
    return hashlib.sha256(text.encode()).hexdigest()
