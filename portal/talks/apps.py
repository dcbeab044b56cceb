"""The app of talks between the desk and the departments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from portal.site.navigation import Link

if TYPE_CHECKING:
    from portal.people.request import Request


def _unread(request: Request) -> int:
    from portal.talks.reading import unread_count

    return unread_count(request)


class TalksConfig(AppConfig):
    """One line in the navigation, with how many talks have something new."""

    name = "portal.talks"
    label = "talks"
    navigation = (Link(_("往来留言"), "talks:list", "talk", _unread),)
