"""Pages without an audience of their own: the way home, the language, a sign of life."""

from __future__ import annotations

from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST
from django.views.i18n import set_language as django_set_language

from portal.people.access import open_to_everyone, public
from portal.people.request import Request
from portal.people.roles import Role

#: Where each role's work begins.
HOMES = {
    Role.CLERK: "clerk:home",
    Role.REVIEWER: "clerk:home",
    Role.STEWARD: "steward:home",
    Role.ANALYST: "analyst:home",
    Role.LEADER: "leader:home",
    Role.ADMINISTRATOR: "people:list",
}


@open_to_everyone()
@require_GET
def home(request: Request) -> HttpResponse:
    """Lead everybody to what waits for them."""
    return redirect(HOMES[Role(request.user.role)])


@public
@require_POST
def set_language(request: HttpRequest) -> HttpResponseBase:
    """Remember the language that was chosen."""
    return django_set_language(request)


@public
@require_GET
def health(_request: HttpRequest) -> HttpResponse:
    """Answer when the portal and its database work."""
    connection.ensure_connection()
    return HttpResponse("ok", content_type="text/plain")
