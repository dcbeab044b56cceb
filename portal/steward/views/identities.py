"""Names that may mean several: who is meant is decided once and holds every night."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from portal.audit.models import Act
from portal.people.access import open_to
from portal.people.deciding import decide as take_decision
from portal.people.deciding import said
from portal.people.request import Request
from portal.people.roles import Role
from portal.site.paging import paged
from portal.site.warehouse import home, warehouse
from portal.steward.models import MoveKind
from portal.steward.moves import keep
from sources.decisions import DecisionError, Standing, decided, read_decisions
from sources.decisions.identities import AboutIdentity, Merge, NotSame, Same, Split
from sources.published.identities import identities

#: What may be said → the decision and the fields that it takes beside the identity.
_KINDS: dict[str, tuple[type[AboutIdentity], tuple[str, ...]]] = {
    "same": (Same, ("name",)),
    "not_same": (NotSame, ("name",)),
    "merge": (Merge, ("into",)),
    "split": (Split, ("name", "into")),
}
#: Characters of a name or a code.
_LONGEST = 100
_UNDECIDED = "待判断"


@open_to(Role.STEWARD)
@require_GET
def listed(request: Request) -> HttpResponse:
    """List the doubtful names with whom they may mean; what was decided since the release is gone."""
    subject = "project" if request.GET.get("subject") == "project" else "enterprise"
    with warehouse() as opened:
        rows = identities(opened.connection, subject, _UNDECIDED)
    by_code = [
        ("same", _("指定写法"), _("没有代码时，这个写法就是这一家。")),
        ("merge", _("合并"), _("两个代码本是一家：前者报的都归后者，如换照后旧代码停用。")),
        ("split", _("拆分"), _("用了别家的代码：以此代码、此写法报的归另一家，如分公司填了总公司的代码。")),
    ]
    context = {"by_code": by_code, "subject": subject, "paged": paged(request, _still_doubtful(subject, rows), 20)}
    return render(request, "steward/identities.html", context)


def _still_doubtful(subject: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    taken = [
        one
        for one in Standing.of(read_decisions(home())).decisions.values()
        if isinstance(one, Same | NotSame) and one.subject == subject
    ]
    same = {one.name for one in taken if isinstance(one, Same)}
    others = {(one.name, one.identity) for one in taken if isinstance(one, NotSame)}
    for row in rows:
        row["candidates"] = [one for one in row["candidates"] if (row["name"], one["identity"]) not in others]
    return [row for row in rows if row["name"] not in same]


@open_to(Role.STEWARD)
@require_POST
def decide(request: Request) -> HttpResponse:
    """Keep what a steward decided about a name or a code."""
    given = {
        name: request.POST.get(name, "").strip() for name in ("kind", "subject", "identity", "name", "into", "reason")
    }
    if given["kind"] not in _KINDS or given["subject"] not in ("enterprise", "project"):
        raise Http404
    kind, takes = _KINDS[given["kind"]]
    try:
        if not all(0 < len(given[name]) <= _LONGEST for name in ("identity", *takes)):
            raise DecisionError(_("请把代码和写法填全，各不超过 100 个字。"))
        decision = decided(
            kind,
            subject=given["subject"],
            identity=given["identity"],
            **{name: given[name] for name in takes},
            **said(request.user, given["reason"]),
        )
        about = given["name"] or given["identity"]
        taken = take_decision(request.user, Act.IDENTITY_DECIDED, decision, about=about)
        keep(request.user, MoveKind.IDENTIFY, decisions=taken, about=about, reason=decision.reason)
    except DecisionError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("已记下，下一个版本起生效。"))
    return redirect(f"{reverse('steward:identities')}?subject={given['subject']}")
