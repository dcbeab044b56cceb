"""Waivers: somebody asks, somebody else approves."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from portal.audit.chain import append
from portal.audit.models import Act
from portal.people.access import open_to
from portal.people.deciding import digest_of
from portal.people.request import Request
from portal.people.roles import Role
from portal.site.paging import paged
from portal.steward.models import WaiverProposal, WaiverState
from portal.steward.queue import findings
from portal.steward.waiving import approve, refuse
from sources.contract import load_catalog
from sources.decisions import DecisionError
from sources.finding import masked_message


def _told(row: Mapping[str, Any]) -> str:
    """Return a finding's message as leaders may read it, who approve: what restricted forms say stays with the steward."""
    form = load_catalog().forms.get(row["form"])
    if form is not None and form.restricted:
        return masked_message(form.title, row["rule"], row["cell"])
    return str(row["message"])


@open_to(Role.STEWARD, Role.LEADER)
@require_GET
def waivers(request: Request) -> HttpResponse:
    """List the proposals, those that wait first."""
    proposals = WaiverProposal.objects.select_related("asked_by", "ruled_by").order_by("-state", "-asked_at")
    return render(request, "steward/waivers.html", {"paged": paged(request, proposals)})


@open_to(Role.STEWARD)
@require_POST
def propose(request: Request, finding_id: str) -> HttpResponse:
    """Ask for a waiver of a finding; a second person approves it."""
    row = next(iter(findings("findings.finding_id = ?", [finding_id])), None)
    if row is None:
        raise Http404
    proposal = WaiverProposal(
        finding_id=finding_id,
        department=row["department"] or "",
        message=_told(row),
        reason=request.POST.get("reason", "").strip(),
        evidence=request.POST.get("evidence", "").strip(),
        asked_by=request.user,
    )
    try:
        proposal.valid_until = date.fromisoformat(request.POST.get("valid_until", ""))
        proposal.full_clean(exclude=["department", "ruled_by", "ruled_at"])
        if proposal.valid_until < timezone.now().date():
            raise ValidationError(_("豁免的截止日期已过。"))
        with transaction.atomic():
            proposal.save()
            append(Act.WAIVER_PROPOSED, request.user, about=finding_id, sha256=digest_of(proposal.reason))
    except (ValueError, ValidationError, IntegrityError):
        messages.error(request, _("请写明理由、依据和不早于今天的截止日期；已在等待批准的不能重复申请。"))
    else:
        messages.success(request, _("已申请豁免，等另一个人批准。"))
    return redirect("steward:group", row["group_id"])


@open_to(Role.STEWARD, Role.LEADER)
@require_POST
def rule(request: Request, proposal_id: int) -> HttpResponse:
    """Approve or refuse a proposal; who asked, explained or uploaded does not."""
    proposal = get_object_or_404(WaiverProposal, pk=proposal_id, state=WaiverState.WAITING)
    try:
        if request.POST.get("ruling") == "approve":
            approve(request.user, proposal)
        else:
            refuse(request.user, proposal)
    except DecisionError as error:
        messages.error(request, str(error))
    return redirect("steward:waivers")
