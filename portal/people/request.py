"""The request of somebody who signed in, as views that are not public get it."""

from __future__ import annotations

from django.http import HttpRequest

from portal.people.models import Person
from portal.people.scope import Scope


class Request(HttpRequest):
    """For annotations: ``AccessMiddleware`` saw to both before the view is called."""

    user: Person
    scope: Scope
