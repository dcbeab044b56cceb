"""The log as administrators see it."""

from __future__ import annotations

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_GET, require_POST

from portal.audit.chain import append, verify
from portal.audit.models import Act, Entry
from portal.people.access import open_to
from portal.people.request import Request
from portal.people.roles import Role
from portal.site.paging import paged


@open_to(Role.ADMINISTRATOR)
@require_GET
def log(request: Request) -> HttpResponse:
    """List what people did, newest first, filtered by person or thing, kind of act and day."""
    asked = {name: request.GET.get(name, "").strip() for name in ("who", "act", "day")}
    entries = Entry.objects.all()
    if asked["who"]:
        entries = entries.filter(Q(actor__icontains=asked["who"]) | Q(about__icontains=asked["who"]))
    if asked["act"] in Act.values:
        entries = entries.filter(act=asked["act"])
    if _is_day(asked["day"]):
        entries = entries.filter(at__date=asked["day"])
    context = {"paged": paged(request, entries), "asked": asked, "acts": Act.choices}
    return render(request, "audit/log.html", context)


def _is_day(text: str) -> bool:
    try:
        return parse_date(text) is not None
    except ValueError:
        return False


@open_to(Role.ADMINISTRATOR)
@require_POST
def verify_log(request: Request) -> HttpResponse:
    """Walk the chain and say whether it holds."""
    found = verify()
    append(Act.LOG_VERIFIED, request.user, holds=found.fault is None, count=found.count)
    template = "audit/verified.html" if request.headers.get("HX-Request") else "audit/verified_page.html"
    return render(request, template, {"found": found})
