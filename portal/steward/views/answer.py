"""Accepting and returning explanations: one, a group, or all of a filter, always looked at before."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from portal.people.access import open_to
from portal.people.request import Request
from portal.people.roles import Role
from portal.steward.answering import ACTIONS, meant, rule
from portal.steward.queue import Filters, findings
from sources.decisions import DecisionError

#: So many are decided at once; a larger filter is narrowed.
_MOST = 500


@open_to(Role.STEWARD)
@require_http_methods(["GET", "POST"])
def answer(request: Request) -> HttpResponse:
    """Show which explanations would be accepted or returned, then do exactly that."""
    given = request.POST if request.method == "POST" else request.GET
    action = given.get("action", "")
    if action not in ACTIONS:
        raise Http404
    fault, reason = None, request.POST.get("reason", "").strip()
    ids = request.POST.getlist("id") if request.method == "POST" else _asked(request)
    if request.method == "POST":
        try:
            count = rule(request.user, action, ids[:_MOST], reason)
        except DecisionError as error:
            fault = str(error)
        else:
            messages.success(request, _("已记录 %(count)s 条决定。") % {"count": count})
            return redirect("steward:queue")
    try:
        found = meant(request.user, action, ids[:_MOST])
    except DecisionError as error:
        messages.error(request, str(error))
        return redirect("steward:queue")
    context = {
        "action": action,
        "fitting": [one.row for one in found if one.fault is None],
        "left_out": [one for one in found if one.fault is not None],
        "beyond": max(0, len(ids) - _MOST),
        "reason": reason,
        "fault": fault,
    }
    return render(request, "steward/answer.html", context)


def _asked(request: Request) -> list[str]:
    """Return the findings that an address means: one, those of a group, or those of the filters."""
    if one := request.GET.get("finding"):
        return [one]
    filters, group = Filters.of(request.GET), request.GET.get("group")
    rows = findings("findings.group_id = ?", [group]) if group else findings()
    return [row["finding_id"] for row in rows if filters.fits(row) and row["status"] == "explained"]
