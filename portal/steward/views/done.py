"""What a steward did last, and taking it back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from portal.people.access import open_to
from portal.people.request import Request
from portal.people.roles import Role
from portal.steward.models import Move
from portal.steward.undoing import done_by
from portal.steward.undoing import undo as take_back
from sources.decisions import DecisionError


@open_to(Role.STEWARD)
@require_GET
def done(request: Request) -> HttpResponse:
    """List the last moves of the person who asks: which can be undone, and why the others cannot."""
    return render(request, "steward/done.html", {"done": done_by(request.user)})


@open_to(Role.STEWARD)
@require_POST
def undo(request: Request, move_id: int) -> HttpResponse:
    """Undo one of one's own moves; it is said when that is too late."""
    move = get_object_or_404(Move, pk=move_id, person=request.user)
    try:
        take_back(request.user, move)
    except DecisionError as error:
        messages.error(request, str(error))
        return redirect("steward:done")
    messages.success(request, _("已撤销：%(what)s。") % {"what": move.word})
    return redirect("steward:queue")
