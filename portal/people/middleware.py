"""Enforces what views declare (``access``), for every request in one place."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from portal.people.access import Access, access_of
from portal.people.models import Person
from portal.people.roles import Role
from portal.people.scope import Scope

_log = logging.getLogger(__name__)


class AccessMiddleware:
    """Lets a request through to its view, sends it to the sign-in page, or refuses it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; the decision needs the view and falls in ``process_view``."""
        return self._get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], _args: Any, _kwargs: Any
    ) -> HttpResponse | None:
        """Return None to go on. Raises ``PermissionDenied`` for a role that the view is not open to."""
        access = access_of(view)
        if access is None:
            _log.error("%s declares no roles: refused", request.path)
            raise PermissionDenied
        person = request.user
        if isinstance(person, Person):
            request.scope = Scope.of(person)  # type: ignore[attr-defined]
        if access.public:
            return None
        return self._decide(request, access)

    def _decide(self, request: HttpRequest, access: Access) -> HttpResponse | None:
        person = request.user
        if not isinstance(person, Person):
            return _redirect(request, f"{reverse('people:sign_in')}?next={quote(request.get_full_path())}")
        if person.must_change_password and not access.with_one_time_password:
            return _redirect(request, reverse("people:password"))
        if Role(person.role) not in access.roles:
            raise PermissionDenied
        return None


def _redirect(request: HttpRequest, where: str) -> HttpResponse:
    """Send the whole page there, also when only a part of it was asked for."""
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": where})
    return HttpResponseRedirect(where)
