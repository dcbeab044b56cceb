"""What waits for a steward."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from portal.clerk.due import owed
from portal.clerk.models import Submission
from portal.people.access import open_to
from portal.people.request import Request
from portal.people.roles import Role
from portal.site.warehouse import home as zone_home
from portal.site.warehouse import warehouse
from sources.inbox import pending
from sources.published.errors import NothingPublishedError

_OPEN = """
    select
        coalesce(department, asked_department) as department, form,
        count(*) filter (level = 'mandatory') as mandatory,
        count(*) filter (level = 'verify') as verify,
        count(*) filter (level = 'notice') as notice
    from fct_findings
    where is_open
    group by all
    having mandatory + verify > 0
    order by mandatory desc, verify desc, department, form
"""


@open_to(Role.STEWARD)
@require_GET
def home(request: Request) -> HttpResponse:
    """Show what is late, what waits to be judged, and where findings are open."""
    try:
        with warehouse() as opened:
            findings = opened.rows(_OPEN)
    except NothingPublishedError:
        findings = []
    asked = owed(request.scope, timezone.now().date())
    context = {
        "late": [one for one in asked if one.state == "late"],
        "due_count": sum(one.state == "due" for one in asked),
        "waiting_count": len(pending(zone_home())),
        "findings": findings,
        "mandatory_count": sum(row["mandatory"] for row in findings),
        "verify_count": sum(row["verify"] for row in findings),
        "recent": Submission.objects.select_related("person")[:5],
    }
    return render(request, "steward/home.html", context)
