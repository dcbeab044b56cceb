"""Taking back what was done last: an undo is a move of its own, and withdraws what the move put into the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.chain import append
from portal.audit.models import Act
from portal.people.deciding import decide, said
from portal.people.models import Person
from portal.site.warehouse import home, warehouse
from portal.steward.models import Move, Moved, MoveKind, WaiverProposal, WaiverState
from sources.decisions import Decision, DecisionError, Standing, Waiver, Withdrawal, decided, read_decisions
from sources.published.taken import taken_ids

#: So many moves are listed.
SHOWN = 30


@dataclass(frozen=True)
class Done:
    """A move of a person; ``fault`` says why it cannot be undone, None when it can."""

    move: Move
    count: int
    fault: str | None


def done_by(person: Person, most: int = SHOWN) -> list[Done]:
    """Return the last moves of a person, newest first, undone ones too."""
    moves = list(
        Move.objects.filter(person=person).exclude(kind=MoveKind.UNDO).select_related("assignee", "undone")[:most]
    )
    if not moves:
        return []
    ledger = _Ledger.read()
    counted = dict(Moved.objects.filter(move__in=moves).values_list("move").annotate(Count("pk")))
    return [Done(move, counted.get(move.pk) or len(move.decisions), ledger.fault(move)) for move in moves]


def last_of(person: Person) -> Done | None:
    """Return what ``u`` takes back: the newest move of today that is not undone, None when there is none."""
    today = timezone.now().date()
    newest = Move.objects.filter(person=person, undone=None, at__date=today).exclude(kind=MoveKind.UNDO).first()
    found = next((one for one in done_by(person) if one.move.pk == newest.pk), None) if newest else None
    return found if found and found.fault is None else None


def undo(person: Person, move: Move) -> None:
    """Undo a move of the person. Raises ``DecisionError`` in words when it is too late for that."""
    ledger = _Ledger.read()
    fault = ledger.fault(move)
    if fault:
        raise DecisionError(fault)
    reason = _("撤销：%(what)s") % {"what": move.word}
    taken = [decided(Withdrawal, refers_to=name, **said(person, reason)) for name in move.decisions]
    try:
        with transaction.atomic():
            made = Move.objects.create(kind=MoveKind.UNDO, person=person, undoes=move, about=move.about, reason=reason,
                                       decisions=[one.decision_id for one in taken])  # fmt: skip
            _ask_again(ledger.of(move))
            append(Act.MOVE_UNDONE, person, about=move.about, move=move.pk, undo=made.pk, what=move.kind)
            decide(person, Act.MOVE_UNDONE, *taken)
    except IntegrityError:
        raise DecisionError(_("这一步已经撤销过。")) from None


def _ask_again(decisions: Sequence[Decision]) -> None:
    """Let the proposals of withdrawn waivers wait again, unless the finding was proposed anew."""
    for one in decisions:
        if isinstance(one, Waiver) and not _waits(one.finding_id):
            last = WaiverProposal.objects.filter(finding_id=one.finding_id, state=WaiverState.APPROVED).first()
            if last is not None:
                last.state, last.ruled_by, last.ruled_at = WaiverState.WAITING, None, None
                last.save()


def _waits(finding_id: str) -> bool:
    return WaiverProposal.objects.filter(finding_id=finding_id, state=WaiverState.WAITING).exists()


@dataclass(frozen=True)
class _Ledger:
    """The decisions as they stand, and those that a refresh has taken."""

    standing: Standing
    taken: frozenset[str]

    @classmethod
    def read(cls) -> _Ledger:
        with warehouse() as opened:
            return cls(Standing.of(read_decisions(home())), taken_ids(home(), opened.connection))

    def of(self, move: Move) -> list[Decision]:
        return [self.standing.decisions[name] for name in move.decisions if name in self.standing.decisions]

    def fault(self, move: Move) -> str | None:
        """Say why a move cannot be undone."""
        mine = set(move.decisions)
        if hasattr(move, "undone"):
            return _("这一步已经撤销过。")
        if mine & self.taken:
            return _("这一步已被刷新采用，不能再撤销；需要改变时，请作出新的决定。")
        if mine - set(self.standing.decisions):
            return _("这一步的决定已被撤回。")
        if any(getattr(one, "refers_to", None) in mine for one in self.standing.decisions.values()):
            return _("已有人据此作出决定，不能再撤销。")
        return None
