"""Separated duties: who uploaded does not approve, and who did either does not publish (domain: nobody checks himself)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from portal.people.roles import Role

if TYPE_CHECKING:
    from portal.people.models import Person


class Duty(StrEnum):
    """The three acts on one submission that three people do."""

    UPLOAD = "upload"
    APPROVE = "approve"
    PUBLISH = "publish"


#: Whose duty it is.
ROLES: Mapping[Duty, frozenset[Role]] = {
    Duty.UPLOAD: frozenset({Role.CLERK}),
    Duty.APPROVE: frozenset({Role.REVIEWER, Role.STEWARD}),
    Duty.PUBLISH: frozenset({Role.ADMINISTRATOR, Role.STEWARD}),
}


class OwnWorkError(PermissionDenied):
    """A person would approve or publish what they did themselves; the message is for them."""


def require(person: Person, duty: Duty, done: Mapping[Duty, int | None]) -> None:
    """Raise ``PermissionDenied`` unless the person may do this now.

    ``done`` maps the duties that were done on the same thing to the ids of who did them.
    """
    if Role(person.role) not in ROLES[duty]:
        raise PermissionDenied
    if any(other is not duty and who == person.pk for other, who in done.items()):
        raise OwnWorkError(_("报送、审核、发布须由不同的人完成：这件事你已经经手过，请交给同事。"))
