"""Ruling on a proposed waiver."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.chain import append
from portal.audit.models import Act
from portal.people.deciding import CAPACITIES, decide, signature
from portal.people.models import Person
from portal.people.roles import Role
from portal.site.warehouse import home
from portal.steward.answering import check_not_own
from portal.steward.models import MoveKind, WaiverProposal, WaiverState
from portal.steward.moves import keep
from sources.decisions import DecisionError
from sources.published.answering import targets, waiver


def approve(person: Person, proposal: WaiverProposal) -> None:
    """Take the waiver. Raises ``DecisionError`` or ``PermissionDenied`` when this person may not approve this one."""
    _by_a_second_person(person, proposal)
    (target,) = targets(home(), [proposal.finding_id], {})
    check_not_own(person, target.row["submission_id"])
    decision = waiver(
        target, approver=signature(person), evidence=proposal.evidence, valid_until=proposal.valid_until,
        by=signature(proposal.asked_by), role=CAPACITIES[Role(proposal.asked_by.role)], reason=proposal.reason,
    )  # fmt: skip
    with transaction.atomic():
        _ruled(person, proposal, WaiverState.APPROVED)
        taken = decide(person, Act.FINDING_WAIVED, decision)
        keep(person, MoveKind.WAIVE, [{**target.row, "explanation_id": None}], taken, reason=proposal.reason)


def refuse(person: Person, proposal: WaiverProposal) -> None:
    """Let the finding stand as it is. Raises ``DecisionError`` for who asked."""
    _by_a_second_person(person, proposal)
    with transaction.atomic():
        _ruled(person, proposal, WaiverState.REFUSED)
        append(Act.WAIVER_REFUSED, person, about=proposal.finding_id)


def _by_a_second_person(person: Person, proposal: WaiverProposal) -> None:
    if proposal.asked_by.pk == person.pk:
        raise DecisionError(_("自己申请的豁免须由另一个人批准。"))


def _ruled(person: Person, proposal: WaiverProposal, state: WaiverState) -> None:
    proposal.state, proposal.ruled_by, proposal.ruled_at = state, person, timezone.now()
    proposal.save()
