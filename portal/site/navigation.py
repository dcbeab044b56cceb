"""The navigation: every app says its links, each link is shown to those whom its view is open to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from django.apps import apps
from django.http import HttpRequest
from django.urls import resolve, reverse
from django.utils.functional import Promise

from portal.people.access import access_of

if TYPE_CHECKING:
    # Apps name their links before there are models.
    from portal.people.request import Request


@dataclass(frozen=True)
class Link:
    """A line of the navigation: its title, the view's name and the icon of ``icons.svg``.

    ``waiting`` says how much is new there for who asks; it is asked only for those who see the line. ``pages`` are
    views that belong to it though their address begins as another's.
    """

    title: str | Promise
    view: str
    icon: str
    waiting: Callable[[Request], int] | None = None
    pages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shown:
    """A link on a page; ``is_here`` when the page lies under it."""

    title: str | Promise
    url: str
    icon: str
    is_here: bool
    waiting: int = 0


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Give templates ``links``, the navigation of the person who asks."""
    person = getattr(request, "user", None)
    if person is None or not person.is_authenticated or person.must_change_password:
        return {"links": []}
    links = list(_links(person.role))
    view = request.resolver_match.view_name if request.resolver_match else ""
    # The page lies under the longest address that it begins with.
    longest = max((url for _, url in links if request.path.startswith(url)), key=len, default=None)
    here = next((url for link, url in links if view in link.pages), longest)
    return {"links": [Shown(link.title, url, link.icon, url == here, _waiting(request, link)) for link, url in links]}


def _waiting(request: HttpRequest, link: Link) -> int:
    # A page of an error before the view was found has no scope yet.
    asked = hasattr(request, "scope") and link.waiting is not None
    return link.waiting(cast("Request", request)) if asked and link.waiting else 0


def _links(role: str) -> Iterator[tuple[Link, str]]:
    for app in apps.get_app_configs():
        for link in getattr(app, "navigation", ()):
            url = reverse(link.view)
            access = access_of(resolve(url).func)
            if access is not None and role in access.roles:
                yield link, url
