"""The reviewer of a department signs a submission."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from portal.clerk.inbox import received
from portal.clerk.signing import sign as stand_behind
from portal.people.access import open_to
from portal.people.request import Request
from portal.people.roles import Role


@open_to(Role.REVIEWER)
@require_POST
def sign(request: Request, submission_id: str) -> HttpResponse:
    """Sign it, and show the receipt that says so."""
    stand_behind(request.user, received(request.scope, submission_id))
    messages.success(request, _("已审核，回执上有你的名字。"))
    return redirect("clerk:receipt", submission_id)
