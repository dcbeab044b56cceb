"""The navigation: every app says its links, each link is shown to those whom its view is open to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.http import HttpRequest
from django.urls import resolve, reverse
from django.utils.functional import Promise

from portal.people.access import access_of


@dataclass(frozen=True)
class Link:
    """A line of the navigation: its title, the view's name and the icon of ``icons.svg``."""

    title: str | Promise
    view: str
    icon: str


@dataclass(frozen=True)
class Shown:
    """A link on a page; ``is_here`` when the page lies under it."""

    title: str | Promise
    url: str
    icon: str
    is_here: bool


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Give templates ``links``, the navigation of the person who asks."""
    person = getattr(request, "user", None)
    if person is None or not person.is_authenticated or person.must_change_password:
        return {"links": []}
    links = list(_links(person.role))
    # The page lies under the longest address that it begins with.
    here = max((url for _, url in links if request.path.startswith(url)), key=len, default=None)
    return {"links": [Shown(link.title, url, link.icon, url == here) for link, url in links]}


def _links(role: str) -> Iterator[tuple[Link, str]]:
    for app in apps.get_app_configs():
        for link in getattr(app, "navigation", ()):
            url = reverse(link.view)
            access = access_of(resolve(url).func)
            if access is not None and role in access.roles:
                yield link, url
