"""The app of people."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from portal.site.navigation import Link


class PeopleConfig(AppConfig):
    """Everybody's messages and the administration stand last in the navigation."""

    name = "portal.people"
    label = "people"
    navigation = (Link(_("消息"), "people:messages", "bell"), Link(_("人员"), "people:list", "people"))

    def ready(self) -> None:
        """Register the check that every view declares its roles, and what signing in writes into the log."""
        from portal.people import access, signals  # noqa: F401
