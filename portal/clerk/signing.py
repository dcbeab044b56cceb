"""部门审核: the reviewer of a department stands behind what its clerk sent; nobody signs what they sent themselves."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from portal.audit.chain import append
from portal.audit.models import Act
from portal.clerk.inbox import Received
from portal.clerk.models import SignOff, Submission
from portal.people.duties import Duty, require
from portal.people.models import Person
from portal.people.scope import Scope

#: Days for which an unsigned submission is listed, and how many of them.
_DAYS, _SHOWN = 60, 20


def sign(person: Person, found: Received) -> SignOff:
    """Sign a submission; a second time it stays as it is.

    Raises ``PermissionDenied`` for who is no reviewer, ``OwnWorkError`` for who sent it.
    """
    identity = found.receipt.submission_id
    require(person, Duty.APPROVE, {Duty.UPLOAD: found.sent.person.pk if found.sent else None})
    with transaction.atomic():
        signed, is_new = SignOff.objects.get_or_create(
            submission_id=identity, defaults={"person": person, "department": person.department}
        )
        if is_new:
            append(Act.SUBMISSION_SIGNED, person, about=found.receipt.file, submission_id=identity,
                   sha256=found.receipt.sha256)  # fmt: skip
    return signed


def signed(submission_id: str) -> SignOff | None:
    """Return who stands behind a submission, None when nobody does."""
    return SignOff.objects.select_related("person").filter(submission_id=submission_id).first()


def unsigned(scope: Scope) -> list[Submission]:
    """Return the submissions of the last weeks that nobody signed, newest first."""
    recent = scope.rows(Submission.objects.filter(sent_at__gte=timezone.now() - timedelta(days=_DAYS)))
    return list(
        recent.exclude(submission_id__in=SignOff.objects.values("submission_id")).select_related("person")[:_SHOWN]
    )
