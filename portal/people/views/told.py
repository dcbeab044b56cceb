"""The messages of the person who asks."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from portal.people.access import open_to_everyone
from portal.people.request import Request
from portal.people.told import messages_of


@open_to_everyone()
@require_GET
def told(request: Request) -> HttpResponse:
    """Show what the person was told, newest first."""
    return render(request, "people/told.html", {"told": messages_of(request.user)})
