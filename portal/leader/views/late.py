"""What is late, and why."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from portal.leader import late as found
from portal.people.access import open_to
from portal.people.request import Request
from portal.people.roles import Role
from portal.site.warehouse import home, warehouse
from sources.published.returns import returns


@open_to(Role.LEADER)
@require_GET
def late(request: Request) -> HttpResponse:
    """Show the map of departments and forms, and each late form with its reason and what waits for it."""
    asked = request.GET.get("year", "")
    with warehouse() as opened:
        years = found.years(opened)
        year = asked if asked in years else next(iter(years), "")
        shown = found.late(opened, year, returns(home()), timezone.now().date())
    return render(request, "leader/late.html", {"late": shown, "years": years, "months": range(1, 13)})
