"""Rulings on explanations: which findings they would meet, and taking them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from portal.audit.models import Act
from portal.clerk.models import SignOff, Submission
from portal.people.deciding import decide, said
from portal.people.duties import OwnWorkError
from portal.people.models import Person
from portal.site.warehouse import home
from portal.steward.models import MoveKind
from portal.steward.moves import keep
from sources.decisions import Decision, DecisionError, Standing, read_decisions
from sources.published.answering import Target, acceptance, refusal, targets

Answer = Callable[..., Decision]
#: What may be done with an explanation → how, and how the log calls it.
ACTIONS: Mapping[str, tuple[Answer, Act]] = {
    "accept": (acceptance, Act.EXPLANATION_ACCEPTED),
    "return": (refusal, Act.EXPLANATION_RETURNED),
}


@dataclass(frozen=True)
class Meant:
    """A finding that a ruling would meet; ``fault`` says why it does not meet it, None when it does."""

    target: Target
    fault: str | None

    @property
    def row(self) -> dict[str, Any]:
        """The finding."""
        return self.target.row


def meant(person: Person, action: str, ids: Sequence[str]) -> list[Meant]:
    """Return the findings with whether the ruling is possible. Raises ``DecisionError`` for one that is not open."""
    standing = Standing.of(read_decisions(home()))
    found = targets(home(), ids, {}) if ids else []
    return [Meant(target, _fault(person, action, target, standing)) for target in found]


def _fault(person: Person, action: str, target: Target, standing: Standing) -> str | None:
    try:
        check_not_own(person, target.row["submission_id"])
        standing.allow(_ruling(person, action, target, "预览"))
    except (DecisionError, OwnWorkError) as error:
        return str(error)
    return None


def check_not_own(person: Person, submission_id: str | None) -> None:
    """Raise ``OwnWorkError`` when the person uploaded or signed what would be ruled on, whatever their role is now."""
    mine = {"submission_id": submission_id, "person": person}
    if submission_id and any(one.objects.filter(**mine).exists() for one in (Submission, SignOff)):
        raise OwnWorkError(_("报送、审核、发布须由不同的人完成：这件事你已经经手过，请交给同事。"))


def _ruling(person: Person, action: str, target: Target, reason: str) -> Decision:
    given = said(person, reason)
    given.pop("taken_at")
    return ACTIONS[action][0](target, **given)


def rule(person: Person, action: str, ids: Sequence[str], reason: str) -> int:
    """Accept or return the explanations of findings and return how many; those that cannot be are left out.

    Raises ``DecisionError`` for a reason that says nothing and for an id that no open finding has.
    """
    fitting = [one for one in meant(person, action, ids) if one.fault is None]
    decisions = [_ruling(person, action, one.target, reason) for one in fitting]
    taken = decide(person, ACTIONS[action][1], *decisions) if decisions else []
    if taken:
        keep(person, MoveKind(action), [{**one.row, "explanation_id": None} for one in fitting], taken, reason=reason)
    return len(taken)
